/** The running edge. */ export { };

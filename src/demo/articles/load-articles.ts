import { lockCatalogue } from '../../catalogue/table-sync.store.ts';
import { LOCAL_OPERATOR } from '../../ground/viewer/viewer.ts';
import { loadNationalRecords } from '../../record/national/load-national.ts';
import type { DemoArchive, DemoProgress } from '../demo-archive.ts';
import { articleData } from './article-data.ts';
import { documentsEntered, lockArticles } from './articles.store.ts';
import { enterArticle, LOAD_ARTICLES } from './enter-article.ts';

/**
 * Enters what the two articles state, all of it or nothing: documents with their passages, the bodies they name, and every
 * record with where it comes from. Public, and kept by the organisations that the articles speak of. Once they were entered
 * a load changes nothing, whatever has been corrected since. Answers how many records it entered.
 */
export function loadArticles(archive: DemoArchive, progress: DemoProgress): Promise<number> {
  return archive.contextOf(LOCAL_OPERATOR).write(async (tx) => {
    await lockArticles(tx);
    if (await documentsEntered(tx, LOAD_ARTICLES)) return 0;
    // Bodies are registered in the catalogue, as no load of it goes on.
    await lockCatalogue(tx);
    await loadNationalRecords(tx, LOCAL_OPERATOR);
    const records = new Map<string, number>();
    for (const article of articleData()) {
      progress(`demo: ${article.document.values.title}`);
      await enterArticle(tx, article, records);
    }
    return records.size;
  });
}

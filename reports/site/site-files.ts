import type { ReportFile, ReportSource } from '../define-format';
import { sortedJson } from '../sorted-json';
import { siteScript } from './frame/site-script';
import { siteStyle } from './frame/site-style';
import { evidencePage, notCoveredPage } from './pages/coverage-pages';
import { findingsPage } from './pages/finding-pages';
import { indexPage } from './pages/index-page';
import { lawPages } from './pages/law-pages';
import { ownerPages } from './pages/owner-pages';
import { recordPages } from './pages/record-pages';
import { rulePages } from './pages/rule-pages';
import { sitePages } from './pages/site-pages';
import { systemPages } from './pages/system-pages';
import { searchFiles } from './search-files';
import { SiteIndex } from './site-index';

/** The audit site: pages that open from a file and read whole without script, and nothing from any network. */
export function* siteFiles(source: ReportSource): Generator<ReportFile> {
  const index = new SiteIndex(source);
  yield { path: 'site.css', content: siteStyle };
  yield { path: 'site.js', content: siteScript };
  yield { path: 'figures.json', content: sortedJson(index.figures) };
  yield indexPage(index);
  yield* ownerPages(index);
  yield* systemPages(index);
  yield* sitePages(index);
  yield* lawPages(index);
  yield* rulePages(index);
  yield findingsPage(index);
  yield notCoveredPage(index);
  yield evidencePage(index);
  yield* recordPages(index);
  yield* searchFiles(index);
}

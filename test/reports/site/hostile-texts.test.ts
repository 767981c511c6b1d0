import { visibleText } from '../../../reports/text/visible-text';
import { hostile } from '../report-kit';
import { bentSource, hostileSubject, hostileTenant, pagesOf, siteOf } from './site-kit';

const source = bentSource();
const files = siteOf(source);

/** The text of a page as a reader sees it, without markup. */
function read(page: string): string {
  const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' } as const;
  return page
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:lt|gt|quot|#39|amp);/g, (one) => entities[one as keyof typeof entities]);
}

describe('hostile texts in the audit site', () => {
  it('make no element, no attribute and no script', () => {
    for (const [path, page] of pagesOf(files)) {
      const bare = page.replace(/="[^"]*"/g, '=""');
      expect([path, bare.match(/<img|<[^>]*\sonerror=|javascript:/g)]).toEqual([path, null]);
      const scripts = [...page.matchAll(/<script\b([^>]*)>(.*?)<\/script>/gs)];
      expect(
        scripts.filter(([, attributes = '', inside]) => inside !== '' || !/^ defer src="[^":]*"$/.test(attributes)),
      ).toEqual([]);
    }
  });

  it('are shown whole, with what can’t be seen made visible', () => {
    const shown = (text: string): readonly string[] =>
      pagesOf(files)
        .filter(([, page]) => read(page).includes(visibleText(text)))
        .map(([path]) => path);
    expect(shown(hostile)).toContain('owners.html');
    const [got = ''] = source.report.findings.filter(({ verdict }) => verdict === 'fail').map((one) => one.got);
    expect(got).toContain('<img src=x onerror=alert(1)>');
    expect(shown(got)).toEqual(expect.arrayContaining(['tenants/p01.html', 'rules/network.require-a.html']));
    expect(shown(hostileSubject)).toContain('others.html');
  });

  it('stand in the search as they are, to be shown as text', () => {
    const line = (files.get('search-index.js') ?? '').split('\n').find((one) => one.startsWith('window.ndcPages='));
    const pages = JSON.parse(line?.slice('window.ndcPages='.length, -1) ?? '') as readonly (readonly unknown[])[];
    expect(pages.filter(([, , , id]) => id === hostileTenant)).toEqual([
      [1, hostile, `${hostile} en`, hostileTenant, expect.stringMatching(/^tenants\/x\.[0-9a-f]{20}\.html$/)],
    ]);
  });

  it('name no file: every path is a folder of the site and a plain name', () => {
    const odd = [...files.keys()].filter(
      (path) => !/^(?:[a-z]+\/)?[a-z0-9][a-z0-9.~-]*\.(?:html|js|css|json)$/.test(path),
    );
    expect(odd).toEqual([]);
  });
});

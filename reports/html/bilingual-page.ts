import type { Text } from '../../model/text';
import { messages } from '../text/messages';
import type { Report } from '../report';
import { both, day, html, Html } from './html';
import { style } from './style';

/** A page of its own in both languages; markup alone is in it, and what it needs stands in it. */
export interface BilingualPage {
  readonly title: Text;
  readonly heading: Html;
  /** @default - the style that every page has */
  readonly style?: string;
  /** What stands in the head below the heading and the button that switches the language. */
  readonly head: Html;
  readonly main: Html;
  /** Text of the script that switches the language and whatever else the page does. */
  readonly script: string;
  /** Data for the script, before it.
   * @default - none
   */
  readonly data?: Html;
}

/** Writes a page that shows Vietnamese first, and the other language by its button. */
export function bilingualPage({ title, heading, style: own = '', head, main, script, data }: BilingualPage): string {
  return html`<!doctype html>
    <html lang="vi" data-lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title data-vi="${title.vi}" data-en="${title.en}">${title.vi}</title>
        <style>
          ${new Html(style)}${new Html(own)}
        </style>
      </head>
      <body>
        <a class="skip" href="#main">${both(messages.skip)}</a>
        <header>
          <div class="top">
            <h1>${heading}</h1>
            <button id="language" type="button" hidden>
              <span lang="vi">${messages.otherLanguage.vi}</span><span lang="en">${messages.otherLanguage.en}</span>
            </button>
          </div>
          ${head}
        </header>
        <main id="main">${main}</main>
        ${data ?? ''}
        <script>
          ${new Html(script)};
        </script>
      </body>
    </html> `.text;
}

/** What the gate said of which environment on which day: the first lines of a page about one evaluation. */
export function verdictHead({ environment, today, verdict }: Pick<Report, 'environment' | 'today' | 'verdict'>): Html {
  return html`<p class="verdict ${verdict}">${both(messages[verdict])}</p>
    <p>${both(messages.environment)}: ${environment} · ${both(messages.date)}: ${day(today)}</p>`;
}

import { both, html, type Html } from '../../html/html';
import type { TenantFigures } from '../figures/figures';
import { pagePath } from '../frame/addresses';
import { figure } from '../frame/figure';
import { bothMarks } from '../frame/marks';
import type { SiteIndex } from '../site-index';
import { words } from '../words';
import { provinceTiles } from './province-tiles';

/**
 * The provinces of the model as tiles, from north to south, with the legend where the country leaves room; provinces
 * that the grid doesn't know come after it.
 */
export function provinceMap(index: SiteIndex, legend: Html): Html {
  const provinces = index.tenantsOf('province');
  const codeOf = ({ id }: TenantFigures): string => index.source.view.model.tryTenant(id)?.code ?? '';
  const byCode = new Map(provinces.map((one) => [codeOf(one), one]));
  const placed = provinceTiles.flatMap(({ code, row, column }) => {
    const province = byCode.get(code);
    return province === undefined ? [] : [{ province, row, column }];
  });
  const known = new Set(placed.map(({ province }) => province));
  const rest = provinces.filter((one) => !known.has(one));
  const tiles = placed.map(
    ({ province, row, column }) =>
      html`<li style="--row:${row};--column:${column}">${tileContent(province, index)}</li>`,
  );
  const after = html`<h3>${both(words.offGrid)}</h3>
    <ul class="tiles">
      ${rest.map((one) => html`<li>${tileContent(one, index)}</li>`)}
    </ul>`;
  return html`<div class="map${placed.length === provinceTiles.length ? ' room' : ''}">
      ${legend}
      <ul>
        ${tiles}
      </ul>
    </div>
    ${rest.length === 0 ? '' : after}`;
}

function tileContent(province: TenantFigures, index: SiteIndex): Html {
  const { id } = province;
  const at = index.figures.communes.findIndex((one) => one.province === id);
  const communes = index.figures.communes[at];
  const counted =
    communes === undefined || communes.tenants === 0
      ? ''
      : html`<small
          >${figure(communes.tenants, `site:/communes/${at}/tenants`)} ${both(words.communesShort)} ·
          ${both(words.declared)} ↑ ${figure(communes.declared.green, `site:/communes/${at}/declared/green`)} ·
          ${both(words.verified)} ✔ ${figure(communes.verified.holds, `site:/communes/${at}/verified/holds`)}</small
        >`;
  return html`<a href="${pagePath('tenants', id)}">${both(index.nameOf(id))}</a>${bothMarks(province)}${counted}`;
}

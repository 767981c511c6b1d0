import type { Text } from '../../model/text';
import type { ClusterInput } from '../../resources/reachability/cluster-input';
import type { Flow } from '../../resources/reachability/query/flows';
import { filters } from '../html/filters';
import { bilingualPage } from '../html/bilingual-page';
import { amount, both, html, Html, label } from '../html/html';
import { table } from '../html/table';
import { drawLegend } from '../pictures/legend';
import { picture } from '../pictures/picture';
import { patterns, pictureStyle } from '../pictures/patterns';
import { messages } from '../text/messages';
import { flowMessages, pathMessages } from '../text/path-messages';
import { FlowMatrixBuilder, type FlowMatrix } from './flow-matrix';
import { flowScript } from './flow-page-script';
import { pairsOf } from './flow-pairs';
import { drawFlows, flowLegend, nameOf } from './flow-picture';
import { FlowTableBuilder } from './flow-table';

/** Flows as one page that opens from a file and asks the network for nothing: the matrix, the counts and a table to search. */
export function* pageLines(flows: Iterable<Flow>, cluster?: ClusterInput): Generator<string> {
  const matrix = new FlowMatrixBuilder(cluster);
  const rows = new FlowTableBuilder();
  for (const pair of pairsOf(each(flows, (flow) => rows.add(flow)))) matrix.add(pair);
  yield page({ matrix: matrix.build(), data: rows.data(), cluster });
}

function* each(flows: Iterable<Flow>, act: (flow: Flow) => void): Generator<Flow> {
  for (const flow of flows) {
    act(flow);
    yield flow;
  }
}

interface Page {
  readonly matrix: FlowMatrix;
  /** The rows of the table as JSON that is safe within a page. */
  readonly data: string;
  readonly cluster: ClusterInput | undefined;
}

function page({ matrix, data, cluster }: Page): string {
  return bilingualPage({
    title: pathMessages.title,
    heading: both(pathMessages.title),
    style: pictureStyle,
    head: counts(matrix, cluster),
    main: html`${notUnderstood(cluster)}${matrixSection(matrix)}${flowsSection()}`,
    data: html`<script type="application/json" id="flow-data">
      ${new Html(data)}
    </script>`,
    script: flowScript,
  });
}

function counts({ groups, allowed, depends }: FlowMatrix, cluster: ClusterInput | undefined): Html {
  const workloads = groups.reduce((sum, one) => sum + one.workloads, 0);
  const tile = (number: number, text: Text): Html => html`<li><b>${amount(number)}</b>${both(text)}</li>`;
  const tiles = [
    tile(workloads, pathMessages.workloads),
    ...(cluster === undefined ? [] : [tile(policyCount(cluster), pathMessages.policies)]),
    tile(allowed, flowMessages.allowedPairs),
    tile(depends, flowMessages.dependsPairs),
    ...(cluster === undefined ? [] : [tile(cluster.troubles.length, pathMessages.troubles)]),
  ];
  return html`<ul class="tiles">
    ${tiles}
  </ul>`;
}

function policyCount({ policies }: ClusterInput): number {
  return new Set(policies.map(({ resource }) => resource)).size;
}

/** What the answer doesn't rest on, before the answer itself. */
function notUnderstood(cluster: ClusterInput | undefined): Html {
  const heading = html`<h2>${both(flowMessages.notUnderstood)}</h2>`;
  if (cluster === undefined)
    return html`<section>
      ${heading}
      <p>${both(flowMessages.notGiven)}</p>
    </section>`;
  const { troubles, otherKinds } = cluster;
  const rows = troubles.map(
    ({ resource: { artifact }, where, got, want }) =>
      html`<tr>
        <th scope="row"><code>${artifact.address}</code></th>
        <td><code>${artifact.file}</code></td>
        <td>${where}</td>
        <td>${got}</td>
        <td>${want}</td>
      </tr>`,
  );
  const columns = [flowMessages.object, messages.place, messages.where, messages.got, messages.want];
  const kinds = [...otherKinds].map(([kind, count]) => `${kind} (${count})`).toSorted();
  return html`<section>
    ${heading}
    ${rows.length === 0 ? html`<p class="passed">${both(flowMessages.allUnderstood)}</p>` : table({ id: 'troubles', caption: flowMessages.notUnderstood, columns, rows })}
    ${kinds.length === 0 ? '' : html`<p>${both(flowMessages.otherKinds)}: ${kinds.join(', ')}</p>`}
  </section>`;
}

function matrixSection(matrix: FlowMatrix): Html {
  const asItIs = (text: Text): Text => text;
  const drawing = drawFlows(matrix, asItIs);
  const legend = drawLegend(flowLegend, asItIs);
  const rows = matrix.cells.map(({ from, to, allowed, depends }) => {
    const [caller, called] = [from, to].map((one) => matrix.groups[one]);
    if (caller === undefined || called === undefined) throw new RangeError(`no group has the number ${from} or ${to}`);
    return html`<tr>
      <th scope="row">${both(nameOf(caller, asItIs))}</th>
      <td>${both(nameOf(called, asItIs))}</td>
      <td class="number">${amount(allowed)}</td>
      <td class="number">${amount(depends)}</td>
    </tr>`;
  });
  const columns = [pathMessages.caller, pathMessages.called, flowMessages.allowedPairs, flowMessages.dependsPairs];
  return html`<section>
    <h2>${both(flowMessages.matrix)}</h2>
    <p>${both(pathMessages.rowsCallColumns)}. ${both(flowMessages.denied)}</p>
    <svg width="0" height="0" aria-hidden="true" style="position:absolute">${patterns}</svg>
    ${picture({ id: 'matrix', name: flowMessages.matrix, drawing, legend })}
    <details>
      <summary>${both(pathMessages.numbers)}</summary>
      ${table({ id: 'matrix-numbers', caption: pathMessages.numbers, columns, rows })}
    </details>
  </section>`;
}

function flowsSection(): Html {
  const verdicts = [
    { value: 'allowed', text: flowMessages.allowed },
    { value: 'depends', text: flowMessages.depends },
  ];
  const choice = {
    name: 'verdict',
    label: flowMessages.filterVerdict,
    every: flowMessages.everyVerdict,
    options: verdicts,
  };
  const columns = [
    flowMessages.from,
    flowMessages.to,
    flowMessages.traffic,
    flowMessages.verdict,
    flowMessages.because,
  ];
  return html`<section id="flows" ${label(flowMessages.flows)}>
    <h2>${both(flowMessages.flows)}</h2>
    <noscript><p>${both(flowMessages.needsScript)}</p></noscript>
    ${filters({ target: 'flows', choices: [choice] })}
    ${table({ id: 'flows-table', caption: flowMessages.flows, columns, rows: [] })}
    <p><button id="more" type="button" hidden>${both(flowMessages.more)}</button></p>
    ${verdicts.map(({ value, text }) => html`<template id="v-${value}">${both(text)}</template>`)}
  </section>`;
}

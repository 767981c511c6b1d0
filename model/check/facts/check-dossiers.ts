import { complain, type BuildInput, type Report } from '../../build/build-input';
import { dossierStates, reached, stepDates, type Dossier, type DossierState } from '../../tenancy/dossier';

/** Checks that each dossier's steps have their dates and stand in their legal order (Decree 331/2026 Art. 28.3, 30.6, 30.7). */
export function checkDossiers({ facts }: BuildInput, report: Report): void {
  for (const [, { file, value }] of facts.systems) {
    checkDates(file, value.dossier, report);
    checkOrder(file, value.dossier, report);
    checkRegulation(file, value.dossier, report);
    checkPlan(file, value.dossier, report);
  }
}

function steps(
  dossier: Dossier,
): readonly { readonly state: DossierState; readonly key: keyof Dossier; readonly date: string | undefined }[] {
  return dossierStates.flatMap((state) =>
    state === 'draft' ? [] : [{ state, key: stepDates[state], date: dossier[stepDates[state]] }],
  );
}

function checkDates(file: string, dossier: Dossier, report: Report): void {
  for (const { state, key, date } of steps(dossier)) {
    if (reached(dossier.state, state) === (date !== undefined)) continue;
    const behind = reached(dossier.state, state);
    complain(report, [file, 'dossier', ...(behind ? [] : [key])], {
      code: behind ? 'dossier-date-missing' : 'dossier-date-ahead',
      what: behind
        ? `a dossier in the state ${dossier.state} has been ${state}, and says when`
        : `a dossier in the state ${dossier.state} has not yet been ${state}`,
      got: date ?? `no ${key}`,
      want: behind ? `${key}: 'YYYY-MM-DD'` : `no ${key}`,
      next: behind ? `add ${key}, or correct the state` : `remove ${key}, or correct the state`,
    });
  }
}

function checkOrder(file: string, dossier: Dossier, report: Report): void {
  const dated = steps(dossier).flatMap((step) => (step.date === undefined ? [] : [{ ...step, date: step.date }]));
  for (const [index, step] of dated.entries()) {
    const before = dated[index - 1];
    if (before === undefined || before.date <= step.date) continue;
    complain(report, [file, 'dossier', step.key], {
      code: 'dossier-out-of-order',
      what: `a dossier is ${before.state} before it is ${step.state}`,
      got: `${step.key} ${step.date}, ${before.key} ${before.date}`,
      want: `${before.date} or later`,
      next: 'correct the dates',
    });
  }
}

function checkRegulation(file: string, { regulationIssuedOn, approvedOn }: Dossier, report: Report): void {
  if (approvedOn === undefined) return;
  if (regulationIssuedOn !== undefined && regulationIssuedOn <= approvedOn) return;
  complain(report, [file, 'dossier', ...(regulationIssuedOn === undefined ? [] : ['regulationIssuedOn'])], {
    code: 'regulation-after-approval',
    what: 'the internal security regulation is issued before the dossier is approved (Decree 331/2026 Art. 30.7)',
    got: regulationIssuedOn ?? 'no regulationIssuedOn',
    want: `${approvedOn} or earlier`,
    next: 'issue the regulation first, or correct the dates',
  });
}

function checkPlan(file: string, { approvedOn, planCarriedOutOn: plan, readyOn }: Dossier, report: Report): void {
  if (plan === undefined && readyOn === undefined) return;
  const isAfter = plan !== undefined && approvedOn !== undefined && approvedOn <= plan;
  if (isAfter && (readyOn === undefined || plan <= readyOn)) return;
  complain(report, [file, 'dossier', ...(plan === undefined ? [] : ['planCarriedOutOn'])], {
    code: 'plan-out-of-order',
    what: 'the plan is carried out after approval and before readiness is assessed (Decree 331/2026 Art. 28.3, 30.6)',
    got: plan ?? 'no planCarriedOutOn',
    want: `from ${approvedOn ?? 'the day of approval'} to ${readyOn ?? 'the day of readiness'}`,
    next: 'carry the plan out first, or correct the dates',
  });
}

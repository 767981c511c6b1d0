import { breakFields } from '../../policies/engine/mutation/break-fields';
import { tryMutants } from '../../policies/engine/mutation/try-mutants';
import { namedRules } from './rule-pack-text';

/**
 * Prints what became of the mutants of the rules whose id holds the first argument, with an object that tells each
 * survivor from its rule; ends with 1 when one survives of a rule that blocks.
 */
function main([part = '']: readonly string[]): number {
  let survivors = 0;
  for (const { id, rule } of namedRules.filter((one) => one.id.includes(part))) {
    const tried = tryMutants(rule.tree);
    const left = tried.filter(({ fate }) => fate !== 'killed');
    console.log(`${id}: ${tried.length - left.length} of ${tried.length} mutants killed`);
    for (const { fate, change, witness } of left) {
      console.log(`  ${fate}: ${change}${witness === undefined ? '' : `\n    ${JSON.stringify(witness)}`}`);
    }
    for (const { example, field, fate } of breakFields(rule.tree)) {
      if (fate.kind !== 'caught') console.log(`  ${fate.kind}: ${field} broken in "${example}"`, fate);
    }
    if (rule.force === 'block') survivors += left.filter(({ fate }) => fate === 'survived').length;
  }
  return survivors === 0 ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));

import { expectGolden } from '../support/expect-golden';
import { describeTables } from './describe-tables';
import { controlTable } from './golden-tables';

describeTables('sandbox');

describe('the table of controls', () => {
  it('says which rule answers which clause', () => {
    expectGolden('controls.txt', controlTable());
  });
});

import { describeTables } from '../golden/describe-tables';

describeTables('national');

import { tellRefresh } from './generated-file';
import { referenceGenerators } from './reference/pages';

tellRefresh(referenceGenerators);

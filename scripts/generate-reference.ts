import { tellRefresh } from './generated-file';
import { referenceGenerators } from './reference/pages';
import { reportSchemaGenerator } from './schema/report-schema';

tellRefresh([...referenceGenerators, reportSchemaGenerator]);

import { tellRefresh } from './generated-file';
import { referenceGenerators } from './reference/pages';
import { schemaGenerators } from './schema/schema-generators';

tellRefresh([...referenceGenerators, ...schemaGenerators]);

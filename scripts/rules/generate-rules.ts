import { join } from 'node:path';
import { cacheFolder } from '../../cli/sandbox/sandbox-place';
import { tellRefresh } from '../generated-file';
import { ruleGenerators } from './rule-generators';
import { shapeGenerators } from '../shapes/shapes';

const shapes = shapeGenerators(join(cacheFolder({ environment: process.env }), 'schemas'));
if (shapes.ok) tellRefresh(shapes.generators);
else console.error(`types of Kubernetes kinds not looked at: ${shapes.reason}; ./ndc schema fetches the schemas`);

tellRefresh(ruleGenerators);

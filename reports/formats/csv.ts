import { defineFormat } from '../define-format';
import { tables } from '../tables/tables';

export default defineFormat({ folder: 'csv', files: tables });

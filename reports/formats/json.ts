import { defineFormat } from '../define-format';
import { sortedJson } from '../sorted-json';

export default defineFormat({
  extension: 'json',
  mediaType: 'application/json',
  render: (report) => sortedJson(report),
});

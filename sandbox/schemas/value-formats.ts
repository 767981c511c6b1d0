import { isIP, isIPv4, isIPv6 } from 'node:net';
import type { Format } from 'ajv';

const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const INT32_MAX = 2 ** 31 - 1;
const INT64_END = 2 ** 63;

/** Formats that the API server enforces, by OpenAPI name; formats that it ignores are left out. */
export const valueFormats: Readonly<Record<string, Format>> = {
  int32: { type: 'number', validate: (value: number) => value >= -INT32_MAX - 1 && value <= INT32_MAX },
  int64: { type: 'number', validate: (value: number) => value >= -INT64_END && value < INT64_END },
  byte: BASE64,
  'date-time': (text: string) => DATE_TIME.test(text) && !Number.isNaN(Date.parse(text)),
  ipv4: (text: string) => isIPv4(text),
  ipv6: (text: string) => isIPv6(text),
  cidr: isNetwork,
};

function isNetwork(text: string): boolean {
  const [, address = '', length = ''] = /^([^/]+)\/(0|[1-9]\d{0,2})$/.exec(text) ?? [];
  const family = isIP(address);
  return family !== 0 && Number(length) <= (family === 4 ? 32 : 128);
}

import type { ControlId } from '../controls/control';
import type { Text } from '../text';
import type { ZoneName } from './zone';

/** One conversation that every system may hold between two of its own zones. */
export interface ZoneFlowRow {
  readonly from: ZoneName;
  readonly to: ZoneName;
  readonly ports: readonly FlowPort[];
  readonly reason: Text;
  readonly control: ControlId;
}

/** A destination port of a flow. */
export interface FlowPort {
  readonly port: number;
  readonly protocol: 'TCP' | 'UDP';
}

/** Port on which services are reached, and hand on to each other. */
export const HTTPS: FlowPort = { port: 443, protocol: 'TCP' };
const APPLICATION: FlowPort = { port: 8443, protocol: 'TCP' };
/** Port on which databases are asked. */
export const POSTGRESQL: FlowPort = { port: 5432, protocol: 'TCP' };

/** Port on which an instance of a database tells its state to its operator and to the others (CloudNativePG). */
export const DATABASE_STATUS: FlowPort = { port: 8000, protocol: 'TCP' };

/** Port on which workloads give their metrics. */
export const METRICS: FlowPort = { port: 9090, protocol: 'TCP' };

/** The flow table inside a system: what isn't here is denied. A pair of zones applies where both exist. */
export const zoneFlowTable: readonly ZoneFlowRow[] = [
  {
    from: 'edge',
    to: 'dmz',
    ports: [HTTPS],
    reason: { vi: 'Người dùng bên ngoài vào cổng dịch vụ', en: 'Outside users reach the service front' },
    control: 'tcvn-14423-5.12.2.4d',
  },
  {
    from: 'internal',
    to: 'dmz',
    ports: [HTTPS],
    reason: { vi: 'Cán bộ dùng dịch vụ qua cổng', en: 'Officials use the service through its front' },
    control: 'tcvn-14423-5.12.2.4d',
  },
  {
    from: 'wan',
    to: 'dmz',
    ports: [HTTPS],
    reason: { vi: 'Cơ quan khác kết nối qua mạng diện rộng', en: 'Other agencies connect over the wide-area network' },
    control: 'tcvn-14423-6.12.2.4c',
  },
  {
    from: 'dmz',
    to: 'server',
    ports: [APPLICATION],
    reason: { vi: 'Cổng gọi ứng dụng', en: 'The front calls the application' },
    control: 'tcvn-14423-5.12.2.4d',
  },
  {
    from: 'server',
    to: 'database',
    ports: [POSTGRESQL],
    reason: { vi: 'Ứng dụng dùng cơ sở dữ liệu', en: 'The application uses its database' },
    control: 'tcvn-14423-5.12.2.4d',
  },
  {
    from: 'management',
    to: 'dmz',
    ports: [METRICS],
    reason: { vi: 'Quản trị viên xem trạng thái cổng', en: 'Administrators watch the front' },
    control: 'tcvn-14423-5.13.2.3b',
  },
  {
    from: 'management',
    to: 'server',
    ports: [METRICS],
    reason: { vi: 'Quản trị viên xem trạng thái ứng dụng', en: 'Administrators watch the application' },
    control: 'tcvn-14423-5.13.2.3b',
  },
  {
    from: 'management',
    to: 'database',
    ports: [POSTGRESQL],
    reason: { vi: 'Quản trị viên bảo trì cơ sở dữ liệu', en: 'Administrators maintain the database' },
    control: 'tcvn-14423-5.13.2.3b',
  },
];

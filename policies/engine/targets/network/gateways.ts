import { labels } from '../../../../model/naming';
import { defineTarget } from '../../language/target';
import type { Gateway } from '../../shapes/gateway-api';

/** Gateways: where what comes from outside the cluster is taken in. */
export default defineTarget<Gateway>({
  name: 'gateways',
  namespaced: true,
  shapes: [
    {
      name: 'gateway',
      kinds: [{ kind: 'Gateway', group: 'gateway.networking.k8s.io', version: 'v1', resource: 'gateways' }],
    },
  ],
  healthy: {
    spec: {
      gatewayClassName: 'platform',
      listeners: [
        {
          name: 'https',
          port: 443,
          protocol: 'HTTPS',
          tls: { mode: 'Terminate', certificateRefs: [{ name: 'gateway-certificate' }] },
          allowedRoutes: { namespaces: { from: 'Selector', selector: { matchLabels: { [labels.zone]: 'dmz' } } } },
        },
      ],
    },
  },
});

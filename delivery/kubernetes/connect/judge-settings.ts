import type { Settings } from './kubeconfig-shape';
import type { KubeconfigFault } from './kubeconfig-problem';

type Fault = Omit<KubeconfigFault, 'at'>;

const USE_CERTIFICATE =
  'make a kubeconfig with a client certificate or a token, such as the one that the sandbox prints';

/** Settings that are refused, each with its reason; a setting that stands nowhere here is refused as unknown. */
const REFUSED: ReadonlyMap<string, Fault> = new Map(
  Object.entries({
    exec: {
      what: 'the user logs in by starting a program',
      got: 'exec',
      want: 'a client certificate or a token: a deployment must not run what a file tells it to',
      next: USE_CERTIFICATE,
    },
    'auth-provider': {
      what: 'the user logs in through a plug-in of kubectl',
      got: 'auth-provider',
      want: 'a client certificate or a token',
      next: USE_CERTIFICATE,
    },
    username: {
      what: 'the user logs in with a password, which Kubernetes took out in 1.19',
      got: 'username',
      want: 'a client certificate or a token',
      next: USE_CERTIFICATE,
    },
    'insecure-skip-tls-verify': {
      what: 'the certificate of the server would not be verified',
      got: 'insecure-skip-tls-verify: true',
      want: 'certificate-authority or certificate-authority-data',
      next: "add the authority's certificate to the cluster entry",
    },
    'proxy-url': {
      what: 'the cluster is reached through a proxy',
      got: 'proxy-url',
      want: 'a direct connection',
      next: 'run where the API server can be reached directly',
    },
  }),
);

const HARMLESS = new Set(['extensions', 'disable-compression', 'namespace']);

/** The first setting that can't be honoured, and so must not be ignored; undefined when there is none. */
export function findRefusedSetting(
  settings: Settings,
  understood: ReadonlySet<string>,
): (Fault & { readonly key: string }) | undefined {
  const key = Object.keys(settings)
    .filter((one) => settings[one] !== null && settings[one] !== false && settings[one] !== '')
    .find((one) => !understood.has(one) && !HARMLESS.has(one));
  if (key === undefined) return undefined;
  return {
    key,
    ...(REFUSED.get(key) ?? {
      what: 'a setting of the kubeconfig is unknown',
      got: key,
      want: [...understood].join(', '),
      next: 'take it out, or use another kubeconfig',
    }),
  };
}

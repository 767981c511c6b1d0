import { printCount } from '../../../model/print-count';
import type { Language } from '../../../model/text';
import { deliveryWaves, type WaveName } from '../../wave/delivery-step';
import type { FoundationOwner } from '../pulled-cluster';
import type { Promotion } from '../repository';

/** What is counted for the reader. */
export interface TreeCounts {
  readonly clusters: number;
  readonly parts: number;
  readonly objects: number;
}

/** The words of the page at the root of a tree, in one language. */
export interface ReadmeWords {
  readonly language: Language;
  title(environment: string): string;
  what(engine: string): string;
  readonly assembly: string;
  readonly pulled: string;
  counts(counts: TreeCounts): string;
  readonly foundation: string;
  readonly foundationIs: Readonly<Record<FoundationOwner, string>>;
  readonly repository: string;
  readonly elsewhere: string;
  leased(objects: number): string;
  readonly never: string;
  readonly order: string;
  waits(promotion: Promotion): string;
  readonly wave: string;
  readonly holds: string;
  readonly clusters: string;
  readonly waves: Readonly<Record<WaveName, string>>;
  readonly publish: string;
  readonly promote: string;
  readonly start: string;
  readonly needs: string;
  readonly terraform: string;
  readonly manifests: string;
  readonly cluster: string;
  readonly shards: string;
  readonly eachCluster: string;
  readonly again: string;
}

const english: ReadmeWords = {
  language: 'en',
  title: (environment) => `What the clusters of ${environment} pull`,
  what: (engine) =>
    `Written by \`ndc export gitops\` from an assembly that passed the gate; ${engine} in each cluster pulls the cluster's own folder. Don't edit it by hand: change the facts, then synth, gate and export again.`,
  assembly: 'Assembly',
  pulled: 'Pulled',
  counts: ({ clusters, parts, objects }) =>
    `${printCount(objects, 'object')} in ${printCount(parts, 'part')} of ${printCount(clusters, 'cluster')}`,
  foundation: 'Foundation',
  foundationIs: {
    terraform: 'stays with Terraform: namespaces, quotas, network policies, rights, classes',
    manifests: 'pulled as manifests; Terraform must hold no state of it',
  },
  repository: 'Repository, revision, folder',
  elsewhere: 'Elsewhere',
  leased: (objects) =>
    `${printCount(objects, 'object of leased capacity is', 'objects of leased capacity are')} CloudFormation's`,
  never:
    'Nothing here is ever deleted by leaving it out. What the tree no longer has stays in the cluster, `ndc plan` and `ndc drift` list it as left over, and `ndc retire` deletes it with the approvals that this takes. A part that is gone from the tree shows as failed until its object is deleted, which leaves what it brought.',
  order: 'Order',
  waits: (promotion) =>
    promotion === 'by-wave'
      ? 'Inside a cluster each part waits until those before it are ready. Between clusters people decide: every wave has a revision of its own, moved only when the wave before is well everywhere.'
      : 'Inside a cluster each part waits until those before it are ready. All clusters follow one revision at the same time: no cluster goes first.',
  wave: 'Wave (revision)',
  holds: 'Holds',
  clusters: 'Clusters',
  waves: Object.fromEntries(deliveryWaves.map(({ name, holds }) => [name, holds])) as Record<WaveName, string>,
  publish: 'Publish the tree once it is committed:',
  promote:
    'Publish the tree once it is committed, then promote one wave after the other; look at the clusters before each line:',
  start: 'Starting a cluster',
  needs: 'Before anything else the cluster has the definitions of the custom resources of',
  terraform:
    'Terraform brings the foundation. Until the shards of a cluster are applied, its parts say which namespace they miss and try again; apply them in the order that `ndc plan` shows, and leave the steps that `ndc-gitops.json` lists to the clusters.',
  manifests:
    'The clusters pull the foundation too, so nobody else may own it. Each of these must list nothing; where one lists objects, let Terraform forget them with `terraform state rm`, never with `destroy`:',
  cluster: 'Cluster',
  shards: 'Shards of Terraform',
  eachCluster: 'Once for each',
  again:
    'Run the commands in this folder. `bootstrap` holds the rights of the engine, which never applies it to itself: apply it again, as in the last step but one, when it changes.',
};

const vietnamese: ReadmeWords = {
  language: 'vi',
  title: (environment) => `Cây GitOps của ${environment}`,
  what: (engine) =>
    `Do \`ndc export gitops\` ghi từ bản dựng đã qua cổng kiểm soát; ${engine} trong mỗi cụm tự kéo thư mục của cụm đó. Không sửa tay: sửa dữ kiện rồi chạy lại synth, gate và export.`,
  assembly: 'Bản dựng',
  pulled: 'Được kéo',
  counts: ({ clusters, parts, objects }) => `${objects} đối tượng trong ${parts} phần của ${clusters} cụm`,
  foundation: 'Nền tảng',
  foundationIs: {
    terraform: 'do Terraform giữ: không gian tên, hạn mức, chính sách mạng, quyền, lớp lưu trữ và ưu tiên',
    manifests: 'được kéo như tệp khai báo; Terraform không được giữ trạng thái nào của phần này',
  },
  repository: 'Kho, phiên bản, thư mục',
  elsewhere: 'Nơi khác',
  leased: (objects) => `${objects} đối tượng của hạ tầng thuê do CloudFormation giữ`,
  never:
    'Không có gì bị xóa chỉ vì vắng mặt trong cây. Đối tượng không còn trong cây vẫn ở lại cụm, `ndc plan` và `ndc drift` liệt kê, và chỉ `ndc retire` xóa sau khi đủ phê duyệt.',
  order: 'Thứ tự',
  waits: (promotion) =>
    promotion === 'by-wave'
      ? 'Trong một cụm, mỗi phần chờ các phần trước sẵn sàng. Giữa các cụm do con người quyết định: mỗi đợt có phiên bản riêng, chỉ chuyển khi đợt trước ổn định ở mọi nơi.'
      : 'Trong một cụm, mỗi phần chờ các phần trước sẵn sàng. Mọi cụm cùng theo một phiên bản: không cụm nào đi trước.',
  wave: 'Đợt (phiên bản)',
  holds: 'Nội dung',
  clusters: 'Cụm',
  waves: {
    management: 'các cụm quản trị: máy chủ vật lý, Cluster API, nền tảng của chính chúng',
    guardrails: 'không gian tên của nền tảng, quyền, chính sách mạng và tiếp nhận',
    platform: 'chứng thư, cổng vào, nhật ký, giám sát, nơi sao lưu',
    canary: 'một đơn vị nhỏ đi trước',
    province: 'một tỉnh cùng các xã, phường',
    nation: 'mọi đơn vị còn lại',
  },
  publish: 'Công bố cây sau khi đã commit:',
  promote: 'Commit rồi công bố cây, rồi chuyển từng đợt một; xem tình trạng các cụm trước mỗi dòng:',
  start: 'Khởi động một cụm',
  needs: 'Trước hết cụm phải có định nghĩa tài nguyên của',
  terraform:
    'Terraform dựng phần nền tảng. Khi các phân mảnh của cụm chưa được áp dụng, các phần báo thiếu không gian tên và thử lại; áp dụng theo thứ tự của `ndc plan`, và để các bước ghi trong `ndc-gitops.json` cho cụm tự làm.',
  manifests:
    'Cụm kéo cả phần nền tảng, nên không ai khác được giữ nó. Mỗi lệnh sau không được liệt kê gì; nếu có, dùng `terraform state rm` để Terraform quên đi, không bao giờ dùng `destroy`:',
  cluster: 'Cụm',
  shards: 'Phân mảnh Terraform',
  eachCluster: 'Một lần cho mỗi',
  again:
    'Chạy các lệnh trong thư mục này. `bootstrap` giữ quyền của bộ máy và không bao giờ được bộ máy tự áp dụng: áp dụng lại như bước áp chót khi nó thay đổi.',
};

/** The words in both languages. */
export const readmeWords: Readonly<Record<Language, ReadmeWords>> = { en: english, vi: vietnamese };

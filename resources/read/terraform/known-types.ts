import { terraformKinds } from './kubernetes-types';
import { value, type Fields, type TerraformType } from './terraform-shape';

/** Fields that the provider calls otherwise, or writes otherwise, than their names in Kubernetes tell. */
const departures: Readonly<Record<string, Fields>> = {
  kubernetes_secret: { data: { as: 'base64-map' }, binary_data: { as: 'map', rename: 'data' } },
  kubernetes_storage_class: { storage_provisioner: value('provisioner') },
};

const types = new Map(
  Object.entries(terraformKinds).map(([name, type]): [string, TerraformType] => {
    const fields = departures[name];
    return [name, fields === undefined ? type : { ...type, fields: { ...type.fields, ...fields } }];
  }),
);

/** The kind that a type of the provider writes; types with a version in their name are those without it. */
export function tryTerraformType(name: string): TerraformType | undefined {
  return types.get(name) ?? types.get(name.replace(/_v\d\w*$/, ''));
}

import type { Template } from './template';

const NEXT =
  'fill in the form; `./ndc check --env <environment>` names what is missing, and the environment tests read it';

/** A template of one fact file: a form whose empty fields the check of facts refuses by name. */
export function factTemplate(folder: 'tenants' | 'systems' | 'sites', text: string): Template {
  const inGroup = folder !== 'sites';
  const slug = '[a-z][a-z0-9-]*';
  return {
    nameForm: inGroup ? '<environment>/<group>/<id>' : '<environment>/<id>',
    namePattern: new RegExp(`^${slug}/${inGroup ? `${slug}/` : ''}${slug}$`),
    next: NEXT,
    files: (name) => {
      const cut = name.indexOf('/');
      const depth = '../'.repeat(inGroup ? 4 : 3);
      const path = `environments/${name.slice(0, cut)}/${folder}/${name.slice(cut + 1)}.ts`;
      return [{ path, text: text.replace('<model>', `${depth}model`) }];
    },
  };
}

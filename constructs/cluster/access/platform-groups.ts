/** Groups of the identity provider whose people work on the platform itself, as its groups claim names them. */
export const platformGroups = {
  operators: 'ndc:platform-operators',
  auditors: 'ndc:security-auditors',
  breakGlass: 'ndc:break-glass',
} as const;

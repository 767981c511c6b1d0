// What the engines read once when they load: no stack trace for each construct, no check of a stack's every token.
process.env['CDKTN_DISABLE_CREATION_STACK'] = '1';
process.env['CDK_VALIDATION'] = 'false';

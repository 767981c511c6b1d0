import type { Steps } from '../../../../resources/resource';
import { TextPlaces } from '../../../../resources/read/text/text-places';

function place(text: string, ...steps: Steps): string {
  const { line, column } = new TextPlaces(text).find(steps);
  return `${line}:${column}`;
}

const pod = `apiVersion: v1
kind: Pod
spec:
  containers:
    - name: main
      securityContext:
        privileged: true
    - name: other
      securityContext: {privileged: true}
`;

describe('TextPlaces', () => {
  it('finds a field by its key, and an item of a list by its start', () => {
    expect(place(pod, 0, 'spec', 'containers', 0, 'securityContext', 'privileged')).toBe('7:9');
    expect(place(pod, 0, 'spec', 'containers', 1)).toBe('8:7');
    expect(place(pod, 0, 'spec', 'containers', 1, 'securityContext', 'privileged')).toBe('9:25');
  });

  it('finds the nearest parent of what is not there, and at least the document', () => {
    expect(place(pod, 0, 'spec', 'containers', 0, 'image')).toBe('5:7');
    expect(place(pod, 0, 'spec', 'hostNetwork', 'deeper')).toBe('3:1');
    expect(place(pod, 0, 'metadata')).toBe('1:1');
    expect(place(`${pod}---\n# one more\nkind: A\n`, 1, 'spec')).toBe('12:1');
  });

  it('counts documents as the reader does, empty ones too', () => {
    expect(place('---\n---\na: 1\n---\nb: 1\n...\n', 2, 'b')).toBe('5:1');
  });

  it('finds objects of lists in JSON, whatever its white space', () => {
    const text = '{\n\t"kind": "List",\n\t"items": [{"kind": "A"},\n\t\t{"spec": {"a" :1, "b":{}}}]}';
    expect(place(text, 0, 'items', 1, 'spec', 'b')).toBe('4:21');
    expect(place(text, 0, 'items', 0, 'kind')).toBe('3:13');
  });

  it('follows aliases and merge keys to where the text stands, what is merged first before what is merged later', () => {
    const text = 'a: &a\n  x: 1\nb: &b {x: 2, y: 3}\nc: *a\nd:\n  <<: [*a, *b]\n  z: 1\n';
    expect(place(text, 0, 'c', 'x')).toBe('2:3');
    expect(place(text, 0, 'd', 'x')).toBe('2:3');
    expect(place(text, 0, 'd', 'y')).toBe('3:14');
    expect(place(text, 0, 'd', 'z')).toBe('7:3');
    expect(place(text, 0, 'd', 'none')).toBe('5:1');
  });

  it('comes to an end where mappings merge each other', () => {
    const text = 'a: &a\n  <<: [*a, *a]\n  b: &b\n    <<: [*a, *b, *a, *b]\n';
    expect(place(text, 0, 'a', 'b', 'none')).toBe('3:3');
  });

  it.each([
    ['line feeds', '\n'],
    ['carriage returns and line feeds', '\r\n'],
    ['carriage returns', '\r'],
  ])('counts lines that end with %s', (_, end) => {
    expect(place(`a: 1${end}${end}b:${end}  c: 1${end}`, 0, 'b', 'c')).toBe('4:3');
  });

  it('counts no mark of the byte order, and counts columns in UTF-16 code units', () => {
    expect(place('\uFEFF{a: 1, b: 2}', 0, 'b')).toBe('1:8');
    expect(place('{"💥": 1, b: 2}', 0, 'b')).toBe('1:11');
  });

  it('shows a quoted key at its quote, and what has an anchor or a tag with it', () => {
    expect(place('"a": 1\n\'b\': 1\n? &k c\n: - !!str d\n', 0, 'b')).toBe('2:1');
    expect(place('"a": 1\n\'b\': 1\n? &k c\n: - !!str d\n', 0, 'c')).toBe('3:3');
    expect(place('"a": 1\n\'b\': 1\n? &k c\n: - !!str d\n', 0, 'c', 0)).toBe('4:5');
  });

  it('shows an empty item at its list, and the start of a text that can not be read', () => {
    expect(place('a: 1\nb:\n  -\n  - 2\n', 0, 'b', 0)).toBe('2:1');
    expect(place('a: [1\n', 0, 'a')).toBe('1:1');
    expect(place('', 0, 'a')).toBe('1:1');
  });

  it('finds fields with the names of inherited members only where they are written', () => {
    expect(place('a: 1\n__proto__: {constructor: 1}\n', 0, '__proto__', 'constructor')).toBe('2:13');
    expect(place('a: {b: 1}\n', 0, 'a', 'constructor')).toBe('1:1');
  });

  it('finds each of many fields of one object without going through all of them each time', () => {
    const keys = Array.from({ length: 20_000 }, (_, index) => `k${index}`);
    const places = new TextPlaces(`${keys.map((key) => `${key}: 1\n`).join('')}`);
    expect(keys.map((key) => places.find([0, key]).line)).toEqual(keys.map((_, index) => index + 1));
  });
});

/** The JSON Schemas that are published for editors. Imported by tests only. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { v } from '../schema.ts';

interface Node {
  type: string;
  kind: string;
  pipe?: Node[];
  wrapped?: Node;
  entries?: Record<string, Node>;
  item?: Node;
  value?: Node;
  literal?: string;
  options?: (string | Node)[];
  requirement?: number | RegExp;
  description?: string;
}

/** The JSON Schema of the kinds of schema that our files use; checks and changes that editors need not know are left out. @throws for any other */
function jsonSchemaOf(node: Node): Record<string, unknown> {
  const { type, pipe } = node;
  if (pipe) {
    const whole = Object.assign({}, ...pipe.map(jsonSchemaOf));
    if (pipe[0]?.type !== 'array') return whole;
    const { minLength: minItems, maxLength: maxItems, ...rest } = whole;
    return { ...rest, minItems, maxItems };
  }
  switch (type) {
    case 'string':
    case 'number':
      return { type };
    case 'integer':
      return { type: 'integer' };
    case 'min_length':
      return { minLength: node.requirement };
    case 'max_length':
      return { maxLength: node.requirement };
    case 'min_value':
      return { minimum: node.requirement };
    case 'max_value':
      return { maximum: node.requirement };
    case 'regex':
      return { pattern: (node.requirement as RegExp).source };
    case 'description':
      return { description: node.description };
    case 'trim':
    case 'check':
      return {};
    case 'literal':
      return { const: node.literal };
    case 'picklist':
      return { enum: node.options };
    case 'nullable': {
      const inner = jsonSchemaOf(node.wrapped as Node);
      return Array.isArray(inner.enum)
        ? { ...inner, enum: [...inner.enum, null] }
        : { anyOf: [inner, { type: 'null' }] };
    }
    case 'variant':
      return { oneOf: (node.options as Node[]).map(jsonSchemaOf) };
    case 'array':
      return { type: 'array', items: jsonSchemaOf(node.item as Node) };
    case 'record':
      return { type: 'object', additionalProperties: jsonSchemaOf(node.value as Node) };
    case 'exact_optional':
      return jsonSchemaOf(node.wrapped as Node);
    case 'strict_object': {
      const entries = Object.entries(node.entries ?? {});
      const required = entries.filter(([, entry]) => entry.type !== 'exact_optional').map(([name]) => name);
      return {
        type: 'object',
        properties: Object.fromEntries(entries.map(([name, entry]) => [name, jsonSchemaOf(entry)])),
        ...(required.length > 0 ? { required } : {}),
        additionalProperties: false,
      };
    }
    default:
      throw new Error(`no JSON Schema for ${type}`);
  }
}

/** Fails unless the file holds what editors are to be told of a schema; `ACCEPT=<name>` writes it anew. */
export function expectPublished(file: string, title: string, schema: v.GenericSchema, name: string): void {
  const made = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title,
    ...jsonSchemaOf(schema as unknown as Node),
  };
  if (process.env.ACCEPT === name) writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(made)));
}

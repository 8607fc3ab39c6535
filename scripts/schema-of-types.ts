import { resolve } from 'node:path';
import { API, type Checker, type Symbol as Declared, type Type, TypeFlags } from 'typescript/unstable/sync';

/** A JSON Schema, or a part of one. */
export interface Schema {
  readonly [keyword: string]: unknown;
}

/**
 * The JSON Schema of an interface, with each other type of these files as a definition. Unknown members are
 * allowed: readers ignore what they do not know.
 *
 * @throws if a type has no counterpart in JSON
 */
export function schemaOfInterface(files: readonly string[], name: string): Schema {
  const api = new API({ cwd: process.cwd() });
  try {
    const snapshot = api.updateSnapshot({ openProjects: [resolve('tsconfig.json')] });
    const project = snapshot.getProject(resolve('tsconfig.json'));
    const exported = files.flatMap((file) => {
      const source = project?.program.getSourceFile(resolve(file));
      const module = source && project?.checker.getSymbolAtLocation(source);
      if (!project || !module) throw new Error(`scripts: no module "${file}"`);
      return project.checker.getExportsOfModule(module);
    });
    if (!project) throw new Error('scripts: no project');
    return schemaIn(project.checker, exported, name);
  } finally {
    api.close();
  }
}

function schemaIn(checker: Checker, exported: readonly Declared[], name: string): Schema {
  const definitions = new Map(
    exported.map((symbol) => [checker.getDeclaredTypeOfSymbol(symbol).id, symbol.name]),
  );

  function ofType(type: Type): Schema {
    const definition = definitions.get(type.id);
    return definition === undefined ? ofShape(type) : { $ref: `#/$defs/${definition}` };
  }

  function ofShape(type: Type): Schema {
    if (type.isUnionType()) return ofUnion(type.getTypes() ?? []);
    if (type.isStringLiteralType() || type.isNumberLiteralType() || type.isBooleanLiteralType()) {
      return { const: type.value };
    }
    if (type.flags & TypeFlags.String) return { type: 'string' };
    if (type.flags & TypeFlags.Number) return { type: 'number' };
    if (type.flags & TypeFlags.Null) return { type: 'null' };
    const reference = type.isTypeReference() ? type : null;
    if (reference && checker.isTupleType(type)) {
      const items = checker.getTypeArguments(reference).map(ofType);
      return { type: 'array', prefixItems: items, minItems: items.length, items: false };
    }
    if (reference && checker.isArrayLikeType(type)) {
      const [item] = checker.getTypeArguments(reference);
      return { type: 'array', items: item ? ofType(item) : {} };
    }
    if (type.isObjectType()) return ofObject(type);
    throw new Error(`scripts: a type has no counterpart in JSON: flags ${type.flags}`);
  }

  function ofUnion(types: readonly Type[]): Schema {
    const isNullable = types.some(({ flags }) => flags & TypeFlags.Null);
    const others = types.filter(({ flags }) => !(flags & TypeFlags.Null));
    if (others.every((type) => type.isBooleanLiteralType())) {
      return { type: isNullable ? ['boolean', 'null'] : 'boolean' };
    }
    if (others.every((type) => type.isStringLiteralType())) {
      const values = others.flatMap((type) => (type.isStringLiteralType() ? [type.value] : [])).sort();
      return { enum: isNullable ? [...values, null] : values };
    }
    const [only, ...more] = others.map(ofType);
    if (!only || more.length > 0) return { anyOf: types.map(ofType) };
    return isNullable && typeof only.type === 'string' && only.properties === undefined
      ? { ...only, type: [only.type, 'null'] }
      : { anyOf: [only, { type: 'null' }] };
  }

  function ofObject(type: Type): Schema {
    const [index] = checker.getIndexInfosOfType(type);
    if (index) return { type: 'object', additionalProperties: ofType(index.valueType) };
    const members = checker.getPropertiesOfType(type).map((member) => {
      const memberType = checker.getTypeOfSymbol(member);
      if (!memberType) throw new Error(`scripts: no type of "${member.name}"`);
      const description = member.getDocumentationComment(checker);
      return [member.name, { ...(description && { description }), ...ofType(memberType) }] as const;
    });
    return {
      type: 'object',
      properties: Object.fromEntries(members),
      required: members.map(([member]) => member),
    };
  }

  const root = exported.find((symbol) => symbol.name === name);
  if (!root) throw new Error(`scripts: no interface "${name}"`);
  const described = (symbol: Declared): Schema => {
    const description = symbol.getDocumentationComment(checker);
    return { ...(description && { description }), ...ofShape(checker.getDeclaredTypeOfSymbol(symbol)) };
  };
  const others = exported.filter((symbol) => symbol !== root);
  return {
    ...described(root),
    $defs: Object.fromEntries(others.map((symbol) => [symbol.name, described(symbol)])),
  };
}

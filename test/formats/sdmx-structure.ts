/** A reader of SDMX-JSON structure messages, as far as SDMX-CSV needs one: components in their order, and their codes. */

export interface SdmxStructure {
  /** `AGENCY:ID(VERSION)`. */
  readonly dataflow: string;
  /** By position, the time dimension last. */
  readonly dimensions: readonly string[];
  readonly measures: readonly string[];
  readonly attributes: readonly string[];
  /** Of coded components. */
  readonly codes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly integers: ReadonlySet<string>;
}

interface Component {
  readonly id: string;
  readonly position?: number;
  readonly conceptIdentity: string;
  readonly localRepresentation: {
    readonly enumeration?: string;
    readonly format?: { readonly dataType: string };
  };
}

const urnOf = (kind: string, at: { agencyID: string; id: string; version: string }): string =>
  `urn:sdmx:org.sdmx.infomodel.${kind}=${at.agencyID}:${at.id}(${at.version})`;

/** Throws where a reference leads nowhere, or a code or component has no name in both languages. */
export function readStructure(bytes: Buffer): SdmxStructure {
  const { meta, data } = JSON.parse(bytes.toString()) as Record<string, any>;
  if (meta.schema !== 'https://json.sdmx.org/2.1.0/sdmx-json-structure-schema.json')
    throw new Error('another schema');
  const [flow] = data.dataflows;
  const [structure] = data.dataStructures;
  if (flow.structure !== urnOf('datastructure.DataStructure', structure))
    throw new Error('the flow has no structure');
  const { dimensionList, measureList, attributeList } = structure.dataStructureComponents;
  const dimensions = [...(dimensionList.dimensions as Component[])].sort((a, b) => a.position! - b.position!);
  dimensions.forEach(({ position }, at) => {
    if (position !== at + 1) throw new Error('positions have a gap');
  });
  const time = dimensionList.timeDimension as Component;
  const [measures, attributes] = [
    measureList.measures as Component[],
    attributeList.attributes as Component[],
  ];
  const all = [...dimensions, time, ...measures, ...attributes];
  const concepts = new Map<string, any>(
    data.conceptSchemes.flatMap((scheme: any) =>
      scheme.concepts.map((one: any) => [`${urnOf('conceptscheme.Concept', scheme)}.${one.id}`, one]),
    ),
  );
  const lists = new Map<string, any>(
    data.codelists.map((list: any) => [urnOf('codelist.Codelist', list), list]),
  );
  const codes = new Map<string, ReadonlySet<string>>();
  for (const { id, conceptIdentity, localRepresentation } of all) {
    named(concepts.get(conceptIdentity));
    if (localRepresentation.enumeration === undefined) continue;
    const list = lists.get(localRepresentation.enumeration);
    for (const code of list.codes) {
      named(code);
      if (!/^[A-Za-z0-9_@$-]+$/.test(code.id)) throw new Error(`${code.id} is no id`);
    }
    codes.set(id, new Set(list.codes.map((code: any) => code.id)));
  }
  for (const { attributeRelationship } of attributes as (Component & { attributeRelationship: any })[])
    for (const name of attributeRelationship.dimensions ?? [])
      if (![...dimensions, time].some(({ id }) => id === name)) throw new Error(`${name} is no dimension`);
  return {
    dataflow: `${flow.agencyID}:${flow.id}(${flow.version})`,
    dimensions: [...dimensions, time].map(({ id }) => id),
    measures: measures.map(({ id }) => id),
    attributes: attributes.map(({ id }) => id),
    codes,
    integers: new Set(
      all.filter(({ localRepresentation: { format } }) => format?.dataType === 'Integer').map(({ id }) => id),
    ),
  };
}

function named(one: { readonly names?: { readonly de?: string; readonly en?: string } } | undefined): void {
  if (!one?.names?.de || !one.names.en) throw new Error('something has no name in both languages');
}

/**
 * The structure that an SDMX-CSV file names, as an SDMX-JSON 2.1 structure message: data flow, data structure, concepts and
 * code lists, with labels in German and English. It holds no figure.
 *
 * source  SDMX-JSON 2.1.0 schema of structure messages (github.com/sdmx-twg/sdmx-json)
 */
import type { Scheme } from '../rules/scheme.ts';
import { AGENCY, artefactOf, type Component, COMPONENTS } from './sdmx-components.ts';
import type { SummaryTable } from './summary-table.ts';

const URN = 'urn:sdmx:org.sdmx.infomodel';
const CONCEPTS = 'CS_KANON';

export function sdmxStructureOf(table: SummaryTable, scheme: Scheme | undefined): Buffer {
  const { id, version } = artefactOf(table);
  const labels = {
    de: 'Beratungsstatistik Bildung und Teilhabe',
    en: 'Counselling on education and participation',
  };
  const whole = { agencyID: AGENCY, version };
  const at = (name: string): string => `${AGENCY}:${name}(${version})`;
  const coded = COMPONENTS.filter(({ codes }) => codes !== undefined);
  const of = (kind: Component['kind']): Component[] => COMPONENTS.filter((one) => one.kind === kind);
  const described = (one: Component) => ({
    id: one.id,
    conceptIdentity: `${URN}.conceptscheme.Concept=${at(CONCEPTS)}.${one.id}`,
    localRepresentation: one.codes
      ? { enumeration: `${URN}.codelist.Codelist=${at(listOf(one))}` }
      : { format: { dataType: one.dataType } },
  });
  const [time] = of('time');
  return Buffer.from(
    JSON.stringify({
      meta: {
        schema: 'https://json.sdmx.org/2.1.0/sdmx-json-structure-schema.json',
        id: `${id}_${table.release.id}`,
        // Of the release and not of this moment: the same table is the same bytes.
        prepared: table.release.releasedAt,
        test: false,
        contentLanguages: ['de', 'en'],
        sender: { id: AGENCY },
      },
      data: {
        dataflows: [
          {
            id,
            ...whole,
            ...named(labels),
            structure: `${URN}.datastructure.DataStructure=${at(`DSD_${id}`)}`,
          },
        ],
        dataStructures: [
          {
            ...{ id: `DSD_${id}`, ...whole, ...named(labels) },
            dataStructureComponents: {
              dimensionList: {
                id: 'DimensionDescriptor',
                dimensions: of('dimension').map((one, position) => ({
                  ...described(one),
                  position: position + 1,
                })),
                timeDimension: time && described(time),
              },
              measureList: {
                id: 'MeasureDescriptor',
                measures: of('measure').map((one) => ({ ...described(one), usage: 'optional' })),
              },
              attributeList: {
                id: 'AttributeDescriptor',
                attributes: of('attribute').map((one) => ({
                  ...described(one),
                  usage: one.codes ? 'mandatory' : 'optional',
                  attributeRelationship: relationOf(one),
                })),
              },
            },
          },
        ],
        conceptSchemes: [
          {
            ...{ id: CONCEPTS, ...whole, ...named({ de: 'Begriffe von Kanon', en: 'Concepts of Kanon' }) },
            concepts: COMPONENTS.map((one) => ({ id: one.id, ...named(one.name) })),
          },
        ],
        codelists: coded.map((one) => ({
          ...{ id: listOf(one), ...whole, ...named(one.name) },
          codes: (one.codes?.(table, scheme) ?? []).map((code) => ({ id: code.id, ...named(code.name) })),
        })),
      },
    }),
  );
}

const listOf = ({ id }: Component): string => `CL_${id}`;

const named = (names: { readonly de: string; readonly en: string }) => ({ name: names.en, names });

function relationOf({ of }: Component): object {
  if (of === undefined) return { observation: {} };
  return of.length === 0 ? { dataflow: {} } : { dimensions: of };
}

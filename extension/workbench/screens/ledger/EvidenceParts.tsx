import { fillSlots } from '../../../../core/base/text.ts';
import type { Finding } from '../../../../core/check/run.ts';
import { GROUP_WORDS, type GroupId, groupOf } from '../../../../core/check/summary.ts';
import { documentFacts, fieldText, fieldWord, roleLabel } from '../../../../core/exports/evidence-text.ts';
import type { EvidencePayload } from '../../../../core/ledger/kinds/index.ts';
import { ToneWord } from '../../../ui/parts.tsx';
import type { JSX } from '../../../ui/preact.ts';
import { Fact, Facts } from '../../facts.tsx';
import { TableHead } from '../../TableHead.tsx';
import shared from '../../workbench.module.css';
import { hashOfStandard } from '../coverage/place.ts';
import css from './entry.module.css';
import { Origin } from './payloads/origin.tsx';
import { RegisterRows } from './payloads/register.tsx';
import { ENTRY } from './words.ts';

/** A document that was kept: its facts, what was read of it, its workflow record and what the check said. */
export function EvidenceParts({ payload: evidence }: { payload: EvidencePayload }): JSX.Element {
  const { fields, trail, attachments, notRead, check, services = [], citations = [] } = evidence;
  return (
    <>
      <Origin payload={evidence} />
      {check === undefined ? null : <Check check={check} />}
      <Lines title={ENTRY.notRead} lines={notRead} />
      {evidence.register === undefined ? null : <RegisterRows register={evidence.register} />}
      {fields.length === 0 ? null : (
        <section class={shared.section}>
          <h2>{ENTRY.fields.title}</h2>
          <table class={`${shared.table} ${css.fields}`}>
            <thead>
              <tr>
                <th scope="col">{ENTRY.fields.name}</th>
                <th scope="col">{ENTRY.fields.value}</th>
              </tr>
            </thead>
            <tbody>
              {fields.map((field) => (
                <tr key={field.role}>
                  <th scope="row">{roleLabel(field.role)}</th>
                  <td>
                    {field.state === 'present' ? (
                      fieldText(field)
                    ) : field.state === 'unreadable' ? (
                      <ToneWord tone="unread">{fieldWord(field.state)}</ToneWord>
                    ) : (
                      <span class={shared.quiet}>{fieldWord(field.state)}</span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {trail.length === 0 ? null : (
        <section class={shared.section}>
          <h2>{ENTRY.trail.title}</h2>
          <div class={shared.scroll}>
            <table class={shared.table}>
              <TableHead of={['step', 'actor', 'action', 'time', 'state']} words={ENTRY.trail} />
              <tbody>
                {trail.map((step, index) => (
                  // The record has no ids of its own; its order is its identity.
                  <tr key={index}>
                    <th scope="row">{step.step}</th>
                    <td>{step.actors.join('、')}</td>
                    <td>{step.action}</td>
                    <td class={css.time}>{step.time.replace('T', ' ').slice(0, 16)}</td>
                    <td>{ENTRY.trailStates[step.state] ?? ''}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
      <Lines title={ENTRY.services} lines={services} />
      <Lines title={ENTRY.citations} lines={citations} hrefOf={hashOfStandard} />
      <Lines title={ENTRY.attachments} lines={attachments} />
      {evidence.paper ? null : <About evidence={evidence} />}
    </>
  );
}

function About({ evidence }: { evidence: EvidencePayload }): JSX.Element {
  const { place, remark } = evidence;
  return (
    <Facts title={ENTRY.document.title}>
      {documentFacts(evidence.document).map(([name, value]) => (
        <Fact key={name} name={name}>
          {value}
        </Fact>
      ))}
      <Fact name={ENTRY.facts.place}>{place ?? ''}</Fact>
      <Fact name={ENTRY.facts.remark}>{remark ?? ''}</Fact>
    </Facts>
  );
}

/** What another version wrote and this one does not know falls into no group. */
type Judged = Pick<Finding, 'outcome' | 'severity'>;
const ORDER: readonly GroupId[] = ['must', 'look', 'unread', 'later'];

function Check({ check }: { check: NonNullable<EvidencePayload['check']> }): JSX.Element {
  const groups = ORDER.map((id) => ({
    id,
    findings: check.findings.filter((finding) => groupOf(finding as Judged) === id),
  })).filter(({ findings }) => findings.length > 0);
  return (
    <section class={shared.section}>
      <h2>{ENTRY.check.title}</h2>
      {groups.length === 0 ? <p>{ENTRY.check.clean}</p> : null}
      {groups.map(({ id, findings }) => (
        <div class={css.group} key={id}>
          <ToneWord tone={id}>{GROUP_WORDS[id]}</ToneWord>
          <ul>
            {findings.map((finding) => (
              <li key={finding.id}>{finding.message}</li>
            ))}
          </ul>
        </div>
      ))}
      <p class={`${shared.quiet} ${css.basis}`}>
        {fillSlots(ENTRY.check.basis, {
          today: check.today,
          rulePack: check.rulePack,
          catalogue: check.catalogue.issuedOn,
        })}
      </p>
    </section>
  );
}

function Lines(props: {
  title: string;
  lines: readonly string[];
  /** Where a line leads to. */
  hrefOf?: (line: string) => string;
}): JSX.Element | null {
  const { title, lines, hrefOf } = props;
  if (lines.length === 0) return null;
  return (
    <section class={shared.section}>
      <h2>{title}</h2>
      <ul class={css.lines}>
        {lines.map((line) => (
          <li key={line}>{hrefOf === undefined ? line : <a href={hrefOf(line)}>{line}</a>}</li>
        ))}
      </ul>
    </section>
  );
}

import { isLink, readAddress } from '../../../../../core/evidence/entered.ts';
import type { EvidencePayload } from '../../../../../core/ledger/kinds/index.ts';
import { readBlob } from '../../../../storage/ledger-reader.ts';
import { download } from '../../../../ui/download.ts';
import { LinkButton } from '../../../../ui/parts.tsx';
import { type JSX, useState } from '../../../../ui/preact.ts';
import { Fact, Facts } from '../../../facts.tsx';
import shared from '../../../workbench.module.css';
import { sizeText } from '../../add/size.ts';
import css from '../entry.module.css';
import { ENTRY } from '../words.ts';

/** Where evidence that stands on no page is: the paper's place, or the file and what of it was kept; and that it is a sample. */
export function Origin({ payload }: { payload: EvidencePayload }): JSX.Element {
  const { paper, file, sample, document, remark } = payload;
  const { origin } = ENTRY;
  // Whoever wrote the entry, only an address that a browser opens becomes a link.
  const address = isLink(payload) ? readAddress(document.uri) : undefined;
  return (
    <>
      {sample ? <p class={shared.quiet}>{origin.sample}</p> : null}
      {paper === undefined ? null : (
        <Facts title={origin.paper.title}>
          <Fact name={origin.paper.cabinet}>{paper.cabinet}</Fact>
          <Fact name={origin.paper.box}>{paper.box}</Fact>
          <Fact name={origin.paper.stub}>{paper.stub}</Fact>
          <Fact name={ENTRY.facts.remark}>{remark ?? ''}</Fact>
        </Facts>
      )}
      {address === undefined ? null : (
        <Facts title={origin.link.title}>
          <Fact name={origin.link.address}>
            <a href={address} target="_blank" rel="noreferrer" class={css.hash}>
              {address}
            </a>
          </Fact>
        </Facts>
      )}
      {file === undefined ? null : (
        <Facts title={origin.file.title}>
          <Fact name={origin.file.name}>{file.name}</Fact>
          <Fact name={origin.file.size}>{sizeText(file.size)}</Fact>
          <Fact name={origin.file.kept}>
            {file.stored ? <Stored name={file.name} digest={document.sha256} /> : origin.file.fingerprintOnly}
          </Fact>
          <Fact name={origin.file.fingerprint}>
            <code class={css.hash}>{document.sha256}</code>
          </Fact>
        </Facts>
      )}
    </>
  );
}

/** The stored bytes, handed out on demand; or that they are gone. */
function Stored({ name, digest }: { name: string; digest: string }): JSX.Element {
  const [gone, setGone] = useState(false);
  const save = async (): Promise<void> => {
    const bytes = await readBlob(digest).catch(() => undefined);
    setGone(bytes === undefined);
    if (bytes !== undefined) download(name, 'application/octet-stream', bytes as Uint8Array<ArrayBuffer>);
  };
  const { file } = ENTRY.origin;
  return (
    <>
      {file.whole} <LinkButton onClick={() => void save()}>{file.save}</LinkButton>{' '}
      {gone ? <span role="status">{file.gone}</span> : null}
    </>
  );
}

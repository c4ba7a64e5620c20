import { isLink, readAddress } from '../../../../../core/evidence/entered.ts';
import type { EvidencePayload } from '../../../../../core/ledger/kinds/index.ts';
import { readBlob } from '../../../../storage/ledger-reader.ts';
import { download } from '../../../../ui/download.ts';
import { LinkButton } from '../../../../ui/parts.tsx';
import { type JSX, useEffect, useState } from '../../../../ui/preact.ts';
import { Fact, Facts } from '../../../facts.tsx';
import shared from '../../../workbench.module.css';
import { sizeText } from '../../add/size.ts';
import css from '../entry.module.css';
import { ENTRY } from '../words.ts';

/** Where evidence that stands on no page is: the paper's place, or the file and what of it was kept; and that it is a sample. */
export function Origin({ payload }: { payload: EvidencePayload }): JSX.Element {
  const { paper, photo, file, sample, document, remark } = payload;
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
      {photo === undefined ? null : <Photo photo={photo} />}
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

/** A photograph, drawn; or that it is gone. */
function Photo({ photo: { sha256 } }: { photo: NonNullable<EvidencePayload['photo']> }): JSX.Element {
  const [url, setUrl] = useState<string | null | undefined>(undefined);
  useEffect(() => {
    let made: string | undefined;
    let left = false;
    void readBlob(sha256)
      .catch(() => undefined)
      .then((bytes) => {
        if (left) return;
        // A payload from elsewhere may name bytes of any kind: only a picture is drawn from them.
        made = bytes && URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'image/jpeg' }));
        setUrl(made ?? null);
      });
    return () => {
      left = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [sha256]);
  const { photo } = ENTRY.origin;
  return (
    <section class={shared.section}>
      <h2>{photo.title}</h2>
      {url === undefined ? (
        <p class={shared.quiet}>{photo.loading}</p>
      ) : url === null ? (
        <p class={shared.quiet}>{photo.gone}</p>
      ) : (
        <img class={css.photo} src={url} alt={photo.alt} />
      )}
    </section>
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

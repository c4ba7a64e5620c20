import { encodeBase64 } from '../../core/base/base64.ts';
import { ProblemError } from '../../core/base/problems.ts';

/** Bytes of a picture that is opened at all, and pixels of the longer side of what is kept: a page of A4 stays readable. */
const [LARGEST, LONGEST] = [40_000_000, 2_400];
const QUALITY = 0.85;

/** A photograph as it is kept. */
export interface Photo {
  /** JPEG in base64. */
  content: string;
  /** The same for drawing it; whoever made it lets it go. */
  url: string;
  width: number;
  height: number;
  /** Bytes. */
  size: number;
}

/**
 * A picture drawn anew as JPEG, no larger than needed: so nothing stays of what a camera writes into the file (where, when, by
 * whom it was taken), and what is no picture goes no further. @throws ProblemError `entered-photo`
 */
export async function readPhoto(file: Blob): Promise<Photo> {
  const picture =
    file.size <= LARGEST
      ? await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined)
      : undefined;
  if (picture === undefined) throw new ProblemError('entered-photo');
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const [width, height] = [picture.width, picture.height].map((side) => Math.max(1, Math.round(side * scale)));
  const canvas = new OffscreenCanvas(width ?? 1, height ?? 1);
  const context = canvas.getContext('2d');
  if (context === null) throw new ProblemError('entered-photo');
  // What is transparent in a PNG would become black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
  const bytes = new Uint8Array(await jpeg.arrayBuffer());
  return {
    content: new TextDecoder().decode(encodeBase64(bytes)),
    url: URL.createObjectURL(jpeg),
    ...{ width: canvas.width, height: canvas.height, size: bytes.length },
  };
}

import { v } from '../../base/schema.ts';
import { firstVersion, kind } from '../kind.ts';
import { digest, list, text } from '../shapes.ts';

/** Says which payloads and blobs were dropped. */
const first = v.strictObject({ digests: list(digest), reason: text });

export const redaction = kind('隐去', firstVersion(first));

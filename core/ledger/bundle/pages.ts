import verifier from 'virtual:verifier';
import { LIMITS_TOLD } from '../report.ts';
import type { BundlePage } from './format-3.ts';

/** How a bundle is verified, for whoever has nothing but the bundle. */
const HOW = `这是“对标”导出的证据包。

里面有什么
  bundle.json        总表：导出时间、单位、每条链有多少条、末条指纹、每个文件的 SHA-256
  chains 文件夹      证据，一行一条；每条记着自己的指纹和上一条的指纹
  blobs 文件夹       附件，文件名就是它的 SHA-256
  核对.html          核对用的网页，不用装软件，不用上网

怎样核对（任选一种）
  1. 把“核对.html”解压出来，用浏览器打开，再选这个证据包（选整个压缩包，不用解压）。
  2. 在“对标”的工作台打开“备份与恢复”，选这个证据包。
  3. 有“对标”命令行的：duibiao ledger verify 证据包.zip
  4. 用任何能算 SHA-256 的工具：附件的 SHA-256 应等于它的文件名；chains 里每个文件的 SHA-256 应等于 bundle.json 里写的。
     chains 里一条证据占一行：{"entry":{…},"hash":"…"}。entry 后面那段 {…} 的 SHA-256 应等于同一行的 hash，下一条的
     previousHash 也应等于它；后面那行 {"payload":…} 里 payload 后面那段的 SHA-256 应等于这一条的 payloadDigest。
     最后一条的 hash 应等于打印、签字的见证页上的末条指纹。

包里的“核对.html”也可能被人一起换过。要拿准，请用别处可靠得来的“核对.html”，或用“对标”核对。

请不要解压后重新压缩再交给别人：重新压缩过的，核对时会说不是原来的包。

${LIMITS_TOLD}
`;

/** The pages for people that go into every bundle. */
export const BUNDLE_PAGES: readonly BundlePage[] = [
  // Line ends for the editors of Windows.
  { name: '怎样核对.txt', text: HOW.replaceAll('\n', '\r\n') },
  { name: '核对.html', text: verifier },
];

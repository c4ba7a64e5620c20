import { describe, expect, it } from 'vitest';
import type { CataloguePack } from '../standards/catalogue.ts';
import { BUILT_IN_CATALOGUE } from '../standards/pack.ts';
import { searchStandards } from '../standards/search.ts';
import { letterMasks } from './initials.ts';

/** Words of titles, each with what a person types for it. */
const TYPED = `
  政务服务 zwfw · 便民服务中心 bmfwzx · 便民服务站 bmfwz · 行政许可 xzxk · 行政审批 xzsp · 行政确认 xzqr · 行政给付 xzjf · 行政强制 xzqz ·
  行政裁决 xzcj · 行政区划代码 xzqhdm · 银行营业网点 yhyywd · 银行业 yhy · 会计核算 kjhs · 会计档案 kjda · 会议纪要 hyjy · 统计 tj · 审计 sj ·
  重点 zd · 重大事项 zdsx · 重庆 cq · 重复 cf · 重量 zl · 长度 cd · 长期 cq · 校长 xz · 增长率 zzl · 厦门 xm · 大厦 ds · 强制 qz · 强度 qd ·
  调解 tj · 人民调解 rmtj · 调查 dc · 协调 xt · 传递 cd · 传记 zj · 自传 zz · 数据 sj · 数据元 sjy · 数量 sl · 系统 xt · 体系 tx · 标准体系 bztx ·
  都市 ds · 成都 cd · 首都 sd · 供给 gj · 给水 js · 区域 qy · 社区 sq · 单位 dw · 单县 sx · 解决 jj · 西藏 xz · 收藏 sc · 储藏 cc · 朝阳 cy ·
  省份 sf · 反省 fx · 盛大 sd · 石油 sy · 检查 jc · 查询 cx · 降低 jd · 投降 tx · 弹性 tx · 子弹 zd · 音乐 yy · 乐园 ly · 学校 xx · 校对 jd ·
  校准 jz · 效率 xl · 率先 sx · 属性 sx · 曾用名 cym · 提供 tg · 提防 df · 参加 cj · 参差 cc · 人参 rs · 差别 cb · 出差 cc · 说明 sm · 中药 zy ·
  便宜 py · 方便 fb · 背景 bj · 车辆 cl · 厂房 cf · 称重 cz · 对称 dc · 仓储 cc · 乘客 ck · 处置 cz · 处所 cs · 创建 cj · 答复 df · 待遇 dy ·
  当事人 dsr · 地址 dz · 得分 df · 度量 dl · 恶臭 ec · 可恶 kw · 发布 fb · 否决 fj · 干部 gb · 更新 gx · 公共 gg · 观察 gc · 合作 hz · 和谐 hx ·
  核准 hz · 划分 hf · 还款 hk · 回访 hf · 几何 jh · 家具 jj · 间隔 jg · 教育 jy · 结果 jg · 禁止 jz · 尽量 jl · 卷宗 jz · 看护 kh · 空气 kq ·
  累计 lj · 量具 lj · 落实 ls · 模型 mx · 模样 my · 难度 nd · 宁波 nb · 暖气 nq · 排放 pf · 漂白 pb · 起草 qc · 铅笔 qb · 曲线 qx · 确认 qr ·
  任务 rw · 散装 sz · 色彩 sc · 少年 sn · 舍弃 sq · 什么 sm · 食品 sp · 似乎 sh · 宿舍 ss · 太阳 ty · 通知 tz · 吐鲁番 tlf · 为民 wm · 无障碍 wza ·
  吸收 xs · 相关 xg · 兴趣 xq · 宣传 xc · 压力 yl · 要求 yq · 应急 yj · 与会 yh · 载体 zt · 占用 zy · 着火 zh · 只有 zy · 种类 zl · 转运 zy ·
  综合 zh · 作业 zy · 最低生活保障 zdshbz · 特困人员 tkry · 残疾人两项补贴 cjrlxbt · 高龄津贴 gljt · 养老机构 yljg · 婚姻登记 hydj ·
  城乡居民基本养老保险 cxjmjbylbx · 社会保障卡 shbzk · 电子公文 dzgw · 党政机关公文格式 dzjggwgs · 归档文件整理规则 gdwjzlgz · 灭火器 mhq`;

const WORDS = TYPED.split('·').map((pair): [word: string, typed: string] => {
  const [word = '', typed = ''] = pair.trim().split(' ');
  return [word, typed];
});

const words: CataloguePack = {
  ...BUILT_IN_CATALOGUE,
  rows: WORDS.map(([title], row) => ({
    designation: `9999.${row}`,
    title,
    verified: false,
    source: '试',
    checkedOn: '2026-11-01',
  })),
};

const lettersOf = (character: string): string =>
  Array.from('abcdefghijklmnopqrstuvwxyz')
    .filter((_, bit) => ((letterMasks()[character.charCodeAt(0)] ?? 0) >>> bit) & 1)
    .join('');

describe('initials', () => {
  it('are looked at in a hundred words and more', () => expect(WORDS.length).toBeGreaterThan(180));

  it.each(WORDS)('%s is found by %s', (word, typed) => {
    expect(typed).toHaveLength(word.length);
    expect(searchStandards(words, typed, WORDS.length).map(({ title }) => title)).toContain(word);
    for (const at of Array.from(word).keys()) {
      const wrong = `${typed.slice(0, at)}v${typed.slice(at + 1)}`;
      expect(searchStandards(words, wrong, WORDS.length).map(({ title }) => title)).not.toContain(word);
    }
  });

  it.each([
    ['政', 'z'],
    ['务', 'w'],
    ['服', 'f'],
    ['标', 'b'],
    ['行', 'hx'],
    ['重', 'cz'],
    ['长', 'cz'],
    ['会', 'hk'],
    ['厦', 'sx'],
    ['强', 'jq'],
    ['区', 'oq'],
    ['一', 'y'],
    ['龠', 'y'],
    ['z', 'z'],
    ['Z', ''],
    ['1', ''],
    ['（', ''],
    ['\ud800', ''],
  ])('of %s are %s', (character, letters) => {
    expect(lettersOf(character)).toBe(letters);
  });
});

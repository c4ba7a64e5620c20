import type { AddressMode } from '../../messages/settings.ts';

/** Words of the switch for the address of a page. */
export const ADDRESS = {
  label: '这个地址',
  modes: { off: '关', click: '点一下才读', always: '一直开' } satisfies Record<AddressMode, string>,
  guard: { label: '提交前还有必须改的，先问一句', policyOff: '提交前的提醒由管理员关掉了。' },
  fixed: '由管理员设定为一直开，这里只能关。',
  dialog: {
    title: '在这个地址常开',
    address: '地址：{origin}',
    reads: '读什么：只读这个地址打开的页面，看着像文件的才自动读。',
    guards: '提交前：还有必须改的，按“提交”时先问一句，可以照样提交，也可以关掉提醒。',
    keeps: '存什么：您不按“留存”“处理”“仍要提交”这些按钮就什么也不存；存也只存在这台电脑。',
    sends: '发什么：什么也不往外发，也不改 OA 里的任何内容。',
    undo: '随时可以在这里或“设置”里收回。',
    port: '浏览器按主机给许可，同一主机的其他端口也算在内。',
    allow: '允许这个地址',
  },
} as const;

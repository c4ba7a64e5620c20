/** Words of the panel that are no part's own. */
export const PANEL = {
  tabsLabel: '面板内容',
  workbench: '工作台',
  noPage: '当前页面',
  readingNow: '正在读这一页…',
  notRead: {
    title: '还没有读这一页',
    text: '点一下浏览器工具栏上的“对标”按钮才读；换了网址要再点一次。读过一次的 OA 地址可以设为常开。',
    hint: '快捷键 Alt+Shift+D',
  },
  notADocument: {
    title: '这一页不是文件',
    text: '没有认出要检查的文件或表单，所以什么也没查。打开具体的文件后会自动再读。',
  },
  notAllRead: {
    title: '没有认出文件，也没有读全',
    text: '没读到的地方可能就是文件，所以什么也没查。',
  },
  stopped: '已停止',
  problem: { title: '没有读成' },
  standing: '在这个地址常开',
  standingOn: '这个地址已常开',
  standingDialog: {
    title: '在这个地址常开',
    address: '地址：{origin}',
    reads: '读什么：只读这个地址打开的页面，面板开着的时候才读。',
    keeps: '存什么：不按“留存为证据”就什么也不存；存也只存在这台电脑。',
    sends: '发什么：什么也不往外发，也不改 OA 里的任何内容。',
    undo: '随时可以在“设置”里收回。',
    port: '浏览器按主机给许可，同一主机的其他端口也算在内。',
    allow: '允许这个地址',
  },
  live: { reading: '正在检查', done: '检查完毕。{summary}', stopped: '已停止。{reasons}' },
} as const;

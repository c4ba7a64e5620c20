/** Words of the panel's foot: what is done with what was found. */
export const FOOT = {
  again: '重新检查',
  keep: '留存为证据',
  /** While something must be changed. */
  keepWith: '留存（有 {must} 处必须改）',
  keepRows: '留存（有 {must} 行必须改）',
  keeping: '正在留存…',
  kept: '已留存',
  keptDetail: '第 {sequence} 号，放在 {indicators}',
  keptNoIndicator: '第 {sequence} 号，未归指标',
  withdrawnDetail: '第 {sequence} 号，已撤回',
  askFirst: {
    title: '留存之前请先看密级',
    internal: '密级写的是“{mark}”。不是国家秘密，但只供内部；留存后会在这台电脑里存一份检查记录。',
    unsure: '密级一处写着“{mark}”，没有读准。请打开文件核对：有绝密、机密、秘密标志的，不能留存。',
    unreadable: '密级这一栏没读出来（可能是图片或控件）。请打开文件核对：有绝密、机密、秘密标志的，不能留存。',
    yes: '看过了，可以留存',
    no: '不留存',
    left: '没有留存',
  },
  seat: {
    title: '这里是哪个窗口？',
    label: '窗口或座位名',
    example: '例如“综合窗口1”',
    hint: '写在每条留存记录上，以后知道是哪里留的。不要写个人账号。只问这一次，在“设置”里可以改。',
    missing: '还没有写窗口名。不想写，可以按“先不写”。',
    save: '保存并留存',
    later: '先不写',
  },
} as const;

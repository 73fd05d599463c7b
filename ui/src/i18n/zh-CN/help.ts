/**
 * The help. A topic is its title, what it is for, and its steps in order; the pictures of a topic are named in `help/topics.ts`, and what the
 * marks ①②③ of a picture stand on is said here by its name. A key stands in `[ ]`; what is written on a button or in the menu is
 * taken from the catalogue by `$t( )`, so that the help calls it what the screen calls it.
 */
export const help = {
  help: {
    title: '帮助',
    thisPage: '帮助:这一页怎么用',
    topics: '说明的题目',
    find: '在说明里找,例如:失访',
    nothing: '说明里没有“{{find}}”。换个说法,或按 [Esc] 看全部题目。',
    keys: '↑↓ 换题目 · PgUp PgDn 翻页 · Esc 回到刚才那一页',
    enlarge: '放大图片:{{about}}',
    topic: {
      first: {
        title: '第一天',
        about: '新装好的程序,大约十分钟就能开始打第一个电话。',
        steps: {
          1: '打开程序,在“$t(start.create)”里选你们做哪一行。方向键选,[Enter] 到下一步。',
          2: '写上办公室的名称。客户、记录都放在下面写着的那个文件夹里。',
          3: '选按哪些制度回访。推荐的已经勾好;制度原文留空的地方,会请你填上。',
          4: '写上第一位同事(就是你)的姓名和岗位。',
          5: '点“$t(start.withLists)”,把员工、客户、登记表几个 Excel 文件一次选好,看过没有问题再导入。手头没有表格,就点“$t(start.empty)”。',
          6: '做完就到“$t(nav.worklist)”:按制度今天该联系的客户,已经排在名单上。',
        },
      },
      today: {
        title: '今日回访',
        about: '早上打开程序就是这一页。今天该打给谁,程序按制度排好了。',
        steps: {
          1: '先打“$t(worklist.tab.overdue)”,再打“$t(worklist.tab.today)”。“$t(worklist.tab.waiting)”是没打通、等下次再打的;“$t(worklist.tab.call_back)”是和客户约好时间的。',
          2: '按 [↑] [↓] 选人。右边就是这位客户的电话、为什么要回访、要问什么。',
          3: '“$t(desklist.whose.mine)”只看自己的,“$t(desklist.whose.all)”看大家的;“$t(desklist.whose.unassigned)”是还没有人负责的。',
          4: '几件一起改期或改派:按 [Shift Space] 一件一件选中,再按 [F6] $t(decide.reschedule)、[F4] $t(decide.reassign)。',
          5: '觉得名单上少了谁,打开他的档案,看“$t(clients.why)”。',
        },
      },
      call: {
        title: '打一个回访电话',
        about: '一手拿话筒,一手按数字。记一个接通的电话,只要按几个键。',
        steps: {
          1: '在名单上选好人,照右边的号码拨电话,按 [Enter] 开始填。',
          2: '按一个数字记下接通情况,[1] 是接通。光标自己走到第一个问题。制度要上门、这次只打了电话的,先把“$t(sheet.channel)”改成电话。',
          3: '有选项的按数字,写字的照客户的原话写,[Enter] 到下一项。客户说不清的,按 [F7] 记“$t(sheet.gap.unknown)”或“$t(sheet.gap.refused)”。',
          4: '客户不满意时,下面马上写出保存以后会发生什么:开出问题单、谁整改、到哪天、之后谁复访。',
          5: '按 [Ctrl Enter] 保存,自动到下一位。记错了,马上按 [Ctrl Z] 撤销。',
          6: '填到一半有人来,放下就是:草稿自己留着,名单最上面的“$t(drafts.title)”里点“$t(drafts.goOn)”。',
        },
      },
      unanswered: {
        title: '没打通怎么办',
        about: '没人接、占线、空号、约好再打,都按数字记下。下次什么时候打,程序会算。',
        steps: {
          1: '没人接:在名单上按 [F9],记一次未接,马上到下一位。',
          2: '别的情况:按 [Enter],再按对应的数字。程序提出下次什么时候打,可以改,例如写“明天下午3点”。',
          3: '这位客户先从名单上离开,时间到了自己回来;这段时间在“$t(worklist.tab.waiting)”里。',
          4: '只是想换一天打:点“$t(sheet.more)”里的“$t(decide.reschedule)”,写明原因。原来的期限仍会记着。',
          5: '制度规定的次数都试过了,会出现“$t(calls.giveUp)”。选原因,要批准的选批准人,再按 [Ctrl Enter]。失访仍计入回访率的分母。',
        },
      },
      clients: {
        title: '客户档案',
        about: '客户打来电话,几秒钟找到他;来往过什么,一页看完。',
        steps: {
          1: '在哪一页都可以按 [Ctrl K] 找人:姓名、拼音首字母、电话后四位、房号都行。[↓] 选,[Enter] 打开。',
          2: '档案页上面是下一次到期和最近联系,左边是资料和要做的回访,右边是全部往来。',
          3: '客户打来或者上门:按 [Ctrl I] 记下说了什么,可以顺便结清该做的回访。',
          4: '一家几口:在“$t(archive.household)”里合为一户,一次通话办完全家的回访。',
          5: '同一个人有两份档案:到“$t(archive.tidy)”里点“$t(archive.mergeThem)”,逐项选对的一边;合错了可以拆开。',
          6: '客户不愿被打扰:点“$t(clients.actions)”里的“$t(decide.do_not_contact)”,写明原因,今后不再列入名单。',
        },
      },
      matters: {
        title: '登记投诉、报修、预约',
        about: '客户来说一件事,十秒钟登记好;该什么时候回访,不用自己记。',
        steps: {
          1: '在哪一页都可以按 [Ctrl N]。',
          2: '打客户的姓名、拼音、房号,或来电号码,[Enter] 选中。没有档案的,当场新建;不肯留名的,选“$t(matters.nobodyShort)”。',
          3: '选是什么事,写几句说明。旁边先写出保存后会带来什么回访、最迟哪天。',
          4: '按 [Ctrl Enter] 保存。',
          5: '事情有了进展,到“$t(nav.matters)”[Ctrl 3] 点卡片上的按钮,例如处理完毕、已到诊。从这一天起,制度要求的回访就排上了。',
          6: '记错了不要紧:打开那一件,可以更正、换客户或划去。划去的 30 天内在“$t(matters.bin)”里,可以恢复。',
        },
      },
      problems: {
        title: '问题单:整改到满意为止',
        about: '客户不满意的事,一件也不会丢:整改,换人复访,满意了才办结。',
        steps: {
          1: '回访时客户不满意,程序自己开出问题单,写着谁整改、到哪天。都列在“$t(nav.problems)”[Ctrl 4]。',
          2: '整改好了:选中它按 [Enter],写“$t(problems.what)”,再按 [Ctrl Enter]。',
          3: '程序请另一位同事复访这位客户。自己整改的,不能自己复访。',
          4: '复访时客户满意,问题单自己办结;还不满意,就再来一轮。',
        },
      },
      rounds: {
        title: '上门回访',
        about: '打印名单带去,回来照着补录,次序和纸上一样。',
        steps: {
          1: '按 [Ctrl 5] 打开“$t(nav.rounds)”,点“$t(rounds.print)”,选谁去、到哪天为止。',
          2: '每人一张,按房号排。客户在纸上签字。',
          3: '回来打开那张单子,照序号补录:数字选答案,[Enter] 到下一项,最后一项 [Enter] 就保存并到下一户。',
          4: '要留签名:在回访表单里点“$t(attachments.sign)”让客户当面签;纸上签好的,拍一张照,点“$t(attachments.photoOfSheet)”。',
          5: '只打印一张表:选中客户按 [Ctrl P];空白的表按 [Ctrl Shift P]。',
        },
      },
      messages: {
        title: '祝福和提醒短信',
        about: '程序不联网:它写好每个人的话,由你拿去发,再回来说发了。',
        steps: {
          1: '按 [Ctrl 6] 打开“$t(nav.messages)”,左边选一段文字,或自己写。花括号里的代号,会换成每位客户的姓名、日期。',
          2: '选“$t(messages.whom)”:到期的、一类、节日、生日,或指定几位。右边就是每个人收到的话;不发的人和原因也写着。',
          3: '点“$t(messages.copyAll)”或“$t(messages.export)”,拿到手机或短信平台上去发。',
          4: '发完回来点“标记已发送”:给每个人记一次联系,下次不会重复发。点错了可以撤销。',
        },
      },
      import: {
        title: '导入表格',
        about: 'Excel 里的名单和登记表直接读进来。先看后写,读错了能整个撤回。',
        steps: {
          1: '按 [Ctrl 7] 打开“$t(nav.import)”,点“$t(imports.choose)”,可以一次选几个。',
          2: '看清楚:新增、更新、拒收各多少。有问题的地方写着第几行、哪一列、写的是什么、该怎么改。',
          3: '点下面的导入按钮。有问题的行不进,别的照样进。点“$t(imports.exportErrors)”得到一份 Excel,改好再导入一次。同一份表导两次也不会重复。',
          4: '导错了:在“$t(imports.history)”里点“$t(imports.undoImport)”,整个撤回。后来有人改过的会列出来问你。',
          5: '只有几行:在 Excel 里复制,到“$t(nav.clients)”按 [Ctrl V]。',
        },
      },
      report: {
        title: '报表',
        about: '回访率、满意率、按时率,随时能看,一键成 Excel。每个数都点得开。',
        steps: {
          1: '按 [Ctrl 8] 打开“$t(nav.report)”,选哪一期。',
          2: '每个比率都写着分子和分母。点一下数字,就打开它背后的名单。',
          3: '“$t(reports.targets)”写着制度要求多少、做到多少、达到没有。',
          4: '点“$t(reports.export)”:汇总、图表和每一条台账都在里面,打印出来就是 A4。',
        },
      },
      policy: {
        title: '制度:启用和更改',
        about: '墙上的制度就是程序做的事。改之前先试算,看清楚再改。',
        steps: {
          1: '按 [Ctrl 9] 打开“$t(nav.policy)”。左边选一份,中间是全文,每一条都写着程序怎么做。',
          2: '右边填本单位要定的几项,例如“及时”是几天、哪天开始。',
          3: '先“$t(policies.look)”:用本单位的数据算一遍,会新增、移动、撤回多少件,每周要打多少,前二十位是谁。',
          4: '看清楚了,再点下面的按钮启用或更改。人已经决定过的不会动。',
          5: '国家放假、调休在“$t(holidays.open)”里改,期限自己跟着变。',
        },
      },
      desk: {
        title: '交接、离岗、锁屏',
        about: '几个人用一台电脑,各记各的;离开一会儿,别人看不到客户的电话。',
        steps: {
          1: '离开座位按 [Ctrl L]:客户的姓名、电话都看不见了,没填完的表还在。',
          2: '回来选自己的名字继续。设过口令的,输 4 到 6 位数字。',
          3: '换人:点右上角的名字,选同事。谁记的就写谁的名字,草稿各归各。',
          4: '口令在“$t(settings.title)”[Ctrl ,] 的“$t(pin.title)”里设;忘了,请经理或主管重设。多久不用就锁,也在这里选。',
          5: '有人休假:点右上角的名字,选“$t(desklist.absence.open)”,写上由谁代。代班的人在“$t(desklist.whose.mine)”里就看得到这些回访。',
        },
      },
      keys: {
        title: '按键一览',
        about: '不用都记住。随时按 [F1] 都能看到这张表。',
        steps: {
          1: '先学四个就够用:[Enter] 下一步,数字选答案,[Ctrl Enter] 保存并到下一位,[Ctrl K] 找人。',
        },
      },
    },
    picture: {
      start: '① 勾选要按哪些制度回访 ② 本单位要定的地方 ③ 到下一步',
      worklist: '① 哪一类 ② 谁的 ③ 名单 ④ 电话、缘由和要问的问题',
      call: '① 电话 ② 接通情况,按数字 ③ 要问的问题 ④ 保存',
      dissatisfied: '① 客户不满意 ② 保存以后会发生什么',
      unanswered: '① 按数字选没打通的情况 ② 下次什么时候打,可以改 ③ 保存',
      lost: '① 按数字选原因 ② 按失访结束',
      search: '① 打姓名的拼音首字母 ② 找到的客户',
      client: '① 下一次和最近一次 ② 资料 ③ 往来',
      register: '① 哪位客户 ② 是什么事 ③ 保存后会带来什么',
      board: '① 哪一种事 ② 走到哪一步 ③ 下一步的按钮',
      problems: '① 问题单和期限 ② 做了什么 ③ 整改完成',
      rounds: '① 打印过的单子 ② 照序号补录',
      messages: '① 一段文字 ② 发给谁 ③ 每个人收到的话',
      import: '① 新增、更新、拒收 ② 有问题的地方',
      report: '① 哪一期 ② 比率,点开是名单 ③ 每月 ④ 导出',
      policy: '① 制度 ② 全文 ③ 试算的结果 ④ 看清楚再更改',
      lock: '① 选自己的名字',
    },
  },
} as const;

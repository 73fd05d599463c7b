//! The command line as it is typed.

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

/// 回访台 without a window.
#[derive(Debug, Parser)]
#[command(name = "huifang", version, about = "回访台(命令行):制度怎么写,就怎么回访", arg_required_else_help = true)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// 新建办公室文件夹(数据库、附件、备份)
    Init(Init),
    /// 新建一个已有业务的演示办公室
    Sample(Sample),
    /// 导入名单、登记表(xlsx、csv)
    Import(Import),
    /// 历次导入
    Imports(OfficeArgs),
    /// 撤销一次导入
    UndoImport(UndoImport),
    /// 按制度重新计算任务
    Plan(OfficeArgs),
    /// 启用、停用、更改一份制度之前,先看会怎样(不写入)
    Preview(ChangePack),
    /// 启用一份制度,或恢复停用的
    Enable(ChangePack),
    /// 停用一份制度:这一天及以后到期的不再列入
    Pause(ChangePack),
    /// 更改一份已启用制度的参数
    Set(ChangePack),
    /// 列出任务
    Tasks(Tasks),
    /// 这件任务为什么在
    Explain(Explain),
    /// 这位客户为什么不在名单上
    WhyNot(WhyNot),
    /// 查客户、事项
    Search(Search),
    /// 登记一件事项(投诉、报修、预约……)
    Matter(MatterArgs),
    /// 记录一次回访
    Record(Record),
    /// 抽样:先看抽样框,再抽,列出抽中的
    Draw(Draw),
    /// 例行事务、步骤办完了
    Finish(Finish),
    /// 导出报表
    Report(Report),
    /// 打印表单、档案卡、上门回访单、抽样单(PDF,A4)
    Print(Print),
    /// 把预约和约定回拨写成日历文件(.ics)
    Calendar(Calendar),
    /// 运行任一窗口命令(JSON 进,JSON 出)
    Call(Call),
    /// 不建数据库,按一份事实文件试算
    Simulate(Simulate),
    /// 制度包
    Packs(Packs),
}

#[derive(Debug, Args)]
pub struct OfficeArgs {
    /// 办公室文件夹
    pub dir: PathBuf,
    /// 输出一个 JSON 文档
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Init {
    /// 办公室文件夹(空的,或还没有)
    pub dir: PathBuf,
    /// 启用的制度包,可以有几个
    #[arg(long = "pack", required = true, num_args = 1..)]
    pub packs: Vec<String>,
    /// 从哪一天起启用(按到期日);不写:今天
    #[arg(long)]
    pub effective_from: Option<NaiveDate>,
    /// 单位名称
    #[arg(long, default_value = "我的办公室")]
    pub name: String,
    /// 制度留给本单位定的参数,可以有几个:名称=值,或 制度.名称=值
    #[arg(long = "set")]
    pub settings: Vec<String>,
    /// 第一位同事,写作 姓名:岗位
    #[arg(long)]
    pub staff: Option<String>,
    /// 演示办公室:窗口里也可以用 HUIFANG_TODAY 设定日期
    #[arg(long)]
    pub demo: bool,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Calendar {
    pub dir: PathBuf,
    /// 写到哪里(.ics)
    #[arg(long)]
    pub out: PathBuf,
    /// 只要这位同事的(编号或姓名);不写:所有人
    #[arg(long)]
    pub by: Option<String>,
    /// 从今天起多少天
    #[arg(long, default_value_t = 30)]
    pub days: u32,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Sample {
    /// 办公室文件夹(空的,或还没有)
    pub dir: PathBuf,
    /// property、dental、ward
    #[arg(long, default_value = "property")]
    pub sector: String,
}

#[derive(Debug, Args)]
pub struct Import {
    pub dir: PathBuf,
    /// 文件,按先后导入
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// clients、staff 或事项种类;不写:从表头认
    #[arg(long = "as")]
    pub kind: Option<String>,
    /// 列的含义(TOML:as = "clients",[columns] "标题" = "字段")
    #[arg(long)]
    pub map: Option<PathBuf>,
    /// 只看,不写
    #[arg(long)]
    pub dry_run: bool,
    /// 把没有进去的行写成工作簿,改好再导入
    #[arg(long)]
    pub errors: Option<PathBuf>,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct UndoImport {
    pub dir: PathBuf,
    /// 导入的编号(见 huifang imports)
    pub import: i64,
    /// 之后有人改过的也一并撤销
    #[arg(long)]
    pub force: bool,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct ChangePack {
    /// 办公室文件夹
    pub dir: PathBuf,
    /// 制度编号
    pub pack: String,
    /// 从哪一天起;不写:今天
    #[arg(long)]
    pub from: Option<NaiveDate>,
    /// 参数的值(一个 JSON 表:{"fix_within":"2 working_days"})
    #[arg(long, default_value = "{}")]
    pub values: String,
    /// 为什么,记入审计
    #[arg(long, default_value = "")]
    pub reason: String,
    /// preview:看停用会怎样
    #[arg(long)]
    pub pause: bool,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Tasks {
    pub dir: PathBuf,
    /// 只列这些状态(逗号分隔):waiting、open、overdue、done、lost、waived、missed、withdrawn
    #[arg(long, value_delimiter = ',')]
    pub state: Vec<String>,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Explain {
    pub dir: PathBuf,
    /// 任务编号
    pub task: String,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct WhyNot {
    pub dir: PathBuf,
    /// 客户编号,或能唯一找到一位客户的姓名、房号、病历号
    pub client: String,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Search {
    pub dir: PathBuf,
    /// 姓名、拼音或首字母(可混写:翟wf)、电话尾数、房号、编号、单号
    pub query: String,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Record {
    pub dir: PathBuf,
    /// 任务编号;同一次联系可以有几个
    #[arg(long = "task", required = true)]
    pub tasks: Vec<String>,
    /// phone、home_visit、sms …
    #[arg(long)]
    pub channel: String,
    /// reached、no_answer、busy、wrong_number、refused、call_back
    #[arg(long)]
    pub outcome: String,
    /// 表单的回答(JSON:{"satisfied":"满意"})
    #[arg(long)]
    pub answers: Option<String>,
    /// 谁做的(员工编号或姓名)
    #[arg(long)]
    pub by: Option<String>,
    /// 哪一天联系的;不写:今天
    #[arg(long)]
    pub on: Option<NaiveDate>,
    /// 客户约的下次联系日
    #[arg(long)]
    pub again_on: Option<NaiveDate>,
    /// 客户的话
    #[arg(long, default_value = "")]
    pub note: String,
    /// 复访由整改人自己做时,经批准的理由
    #[arg(long)]
    pub exception: Option<String>,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Draw {
    pub dir: PathBuf,
    /// 抽样任务的编号(见 huifang tasks)
    pub task: String,
    /// 事先约定的种子(如当众掷骰的点数);不写:用操作系统的随机数
    #[arg(long)]
    pub seed: Option<String>,
    /// 只看抽样框,不抽
    #[arg(long)]
    pub look: bool,
    /// 把抽样单写成工作簿
    #[arg(long)]
    pub out: Option<PathBuf>,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Finish {
    pub dir: PathBuf,
    /// 任务编号
    pub task: String,
    /// 哪一天办完的;不写:今天
    #[arg(long)]
    pub on: Option<NaiveDate>,
    /// 附注
    #[arg(long, default_value = "")]
    pub note: String,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Report {
    pub dir: PathBuf,
    /// 报表:quarterly
    #[arg(long, default_value = "quarterly")]
    pub report: String,
    /// 2026Q3
    #[arg(long)]
    pub period: String,
    /// 写到哪里
    #[arg(long)]
    pub out: PathBuf,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Print {
    pub dir: PathBuf,
    #[command(subcommand)]
    pub sheet: Sheet,
}

#[derive(Debug, Subcommand)]
pub enum Sheet {
    /// 一件任务的表单,填有最近一次记录
    Form {
        /// 任务编号
        task: String,
        /// 空白的,上门时用手填
        #[arg(long)]
        blank: bool,
        #[command(flatten)]
        out: Out,
    },
    /// 制度里的空白表单
    Blank {
        /// 制度编号
        pack: String,
        /// 表单的代号
        form: String,
        #[command(flatten)]
        out: Out,
    },
    /// 客户档案卡
    Card {
        /// 客户编号,或能唯一找到一位客户的姓名、房号、病历号
        client: String,
        #[command(flatten)]
        out: Out,
    },
    /// 事项登记单
    Matter {
        /// 事项的内部编号
        matter: String,
        #[command(flatten)]
        out: Out,
    },
    /// 上门回访单,每人一份
    Visits {
        /// 只要这位员工的(员工编号或姓名)
        #[arg(long)]
        by: Option<String>,
        /// 只要这一天以前(含)到期的
        #[arg(long)]
        due_to: Option<NaiveDate>,
        /// 只要这些任务,按所写的先后;不写:所有可以上门的,按房号
        #[arg(long = "task")]
        tasks: Vec<String>,
        /// 哪一天上门;不写:留空
        #[arg(long)]
        on: Option<NaiveDate>,
        #[command(flatten)]
        out: Out,
    },
    /// 抽样单
    Draw {
        /// 抽样编号
        draw: String,
        /// 列出全部名次,不只到最后一个抽中的
        #[arg(long)]
        whole: bool,
        #[command(flatten)]
        out: Out,
    },
}

#[derive(Debug, Args)]
pub struct Out {
    /// 写到哪里(PDF)
    #[arg(long)]
    pub out: PathBuf,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct MatterArgs {
    /// 办公室文件夹
    pub dir: PathBuf,
    /// 哪位客户(编号,见 search);不写而写了 --caller:新建客户
    #[arg(long)]
    pub client: Option<String>,
    /// 来电号码
    #[arg(long)]
    pub caller: Option<String>,
    /// 新客户的姓名
    #[arg(long)]
    pub name: Option<String>,
    /// 事项种类,如 complaint、repair
    #[arg(long)]
    pub kind: String,
    /// 编号;不写:下一个
    #[arg(long)]
    pub no: Option<String>,
    /// normal、important、major
    #[arg(long)]
    pub severity: Option<String>,
    #[arg(long)]
    pub department: Option<String>,
    /// 经办人(姓名或编号)
    #[arg(long)]
    pub handler: Option<String>,
    /// 节点,如 received=2026-10-01;可以有几个;不写:今天起
    #[arg(long = "milestone")]
    pub milestones: Vec<String>,
    /// 栏目,如 topic=电梯故障;可以有几个
    #[arg(long = "field")]
    pub fields: Vec<String>,
    /// 只看会带来什么,不写
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Call {
    pub dir: PathBuf,
    /// 命令名,如 worklist;list 列出全部
    pub command: String,
    /// 命令的内容(JSON)
    #[arg(default_value = "{}")]
    pub payload: String,
}

#[derive(Debug, Args)]
pub struct Simulate {
    #[arg(long = "pack", required = true, num_args = 1..)]
    pub packs: Vec<String>,
    /// 事实文件(JSON)
    #[arg(long)]
    pub facts: PathBuf,
    #[arg(long)]
    pub from: NaiveDate,
    #[arg(long)]
    pub to: NaiveDate,
    /// 参数的值(TOML 或 JSON 的一个表)
    #[arg(long)]
    pub params: Option<String>,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Packs {
    #[command(subcommand)]
    pub command: PacksCommand,
}

#[derive(Debug, Subcommand)]
pub enum PacksCommand {
    /// 列出制度包
    List {
        #[arg(long)]
        json: bool,
    },
    /// 检查一份或全部制度包
    Check {
        /// 制度编号;不写:全部
        id: Option<String>,
        #[arg(long)]
        json: bool,
    },
    /// 逐个改动数字、去掉部分,看有没有故事或检查发现
    Probe {
        /// 制度编号
        id: String,
        #[arg(long)]
        json: bool,
    },
    /// 每条可执行条款由什么承担
    Coverage {
        #[arg(long)]
        json: bool,
    },
    /// 用白话打印一份制度
    Show {
        /// 制度编号
        id: String,
        #[arg(long)]
        json: bool,
    },
}

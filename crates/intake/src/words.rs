//! The words by which offices call their columns. Titles are compared without blanks, brackets and full-width letters.
//!
//! A title is looked up in the table of the kind first, then among the words for persons and places that all lists share.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Field code, whether the column tells this kind of list from others, and its titles.
type Line = (&'static str, bool, &'static [&'static str]);

/// The words of one kind of list.
pub(crate) struct Words {
    /// Code of the kind.
    pub kind: &'static str,
    /// Title to field code and weight: a title that tells the kind weighs 3, another 1.
    pub titles: HashMap<&'static str, (&'static str, u32)>,
    /// Words in the name of the file, of the sheet, or in the title above the table that tell the kind.
    pub names: &'static [&'static str],
}

/// All kinds, in the order in which a tie is decided.
pub(crate) static ALL: LazyLock<Vec<Words>> = LazyLock::new(|| {
    KINDS
        .iter()
        .map(|(kind, names, lines)| {
            let mut titles = HashMap::new();
            if *kind != "staff" {
                add(&mut titles, SHARED);
            }
            add(&mut titles, lines);
            Words { kind, titles, names }
        })
        .collect()
});

/// The tables to be tried: all, or that of one kind; a kind without a table has the words that suit any matter.
pub(crate) fn tables(wanted: Option<&str>) -> Vec<&'static Words> {
    let Some(wanted) = wanted else { return ALL.iter().filter(|table| table.kind != ANY).collect() };
    let own: Vec<_> = ALL.iter().filter(|table| table.kind == wanted).collect();
    if own.is_empty() { ALL.iter().filter(|table| table.kind == ANY).collect() } else { own }
}

fn add(titles: &mut HashMap<&'static str, (&'static str, u32)>, lines: &[Line]) {
    for (field, telling, words) in lines {
        titles.extend(words.iter().map(|word| (*word, (*field, if *telling { 3 } else { 1 }))));
    }
}

const SHARED: &[Line] = &[
    ("-", false, &["序号", "序", "行号", "No."]),
    (
        "name",
        false,
        &[
            "姓名",
            "名字",
            "名称",
            "客户",
            "客户姓名",
            "客户名称",
            "患者",
            "患者姓名",
            "病人姓名",
            "业主",
            "业主姓名",
            "住户",
            "住户姓名",
            "会员姓名",
            "单位名称",
            "公司名称",
            "客户单位",
            "家长姓名",
            "学员姓名",
            "老人姓名",
        ],
    ),
    (
        "phone",
        false,
        &[
            "电话",
            "电话号码",
            "手机",
            "手机号",
            "手机号码",
            "联系电话",
            "联系方式",
            "移动电话",
            "固定电话",
            "座机",
            "家庭电话",
            "本人电话",
            "患者电话",
            "业主电话",
            "客户电话",
            "联系电话1",
            "联系电话2",
            "电话1",
            "电话2",
            "手机1",
            "手机2",
            "备用电话",
            "业主联系电话",
        ],
    ),
    (
        "client_no",
        false,
        &[
            "病历号",
            "病案号",
            "门诊号",
            "患者编号",
            "客户编号",
            "客户号",
            "会员号",
            "会员编号",
            "会员卡号",
            "卡号",
            "就诊卡号",
            "档案号",
            "档案编号",
            "业主编号",
            "住户编号",
            "客户代码",
        ],
    ),
    ("id_number", false, &["身份证号", "身份证", "身份证号码", "证件号", "证件号码", "公民身份号码"]),
    ("sex", false, &["性别"]),
    ("wechat", false, &["微信", "微信号"]),
    ("building", false, &["楼栋", "楼号", "栋号", "幢号", "栋", "楼栋号", "楼宇"]),
    ("unit", false, &["单元", "单元号"]),
    ("room", false, &["房号", "房间号", "室号", "门牌号", "房屋", "房产", "楼栋房号", "房屋编号", "户号", "房间"]),
    ("contact_name", false, &["联系人", "联系人姓名", "家属", "家属姓名", "紧急联系人"]),
    ("contact_phone", false, &["联系人电话", "联系人手机", "家属电话", "紧急联系电话", "紧急联系人电话"]),
    ("contact_relation", false, &["关系", "与患者关系", "与本人关系", "与客户关系"]),
    ("remark", false, &["备注", "说明", "备注说明"]),
];

/// The table for kinds that have none.
const ANY: &str = "";

const KINDS: &[(&str, &[&str], &[Line])] = &[
    ("clients", &["名单", "档案", "客户", "患者", "业主", "会员", "住户"], CLIENTS),
    ("staff", &["员工", "职工", "人员", "通讯录"], STAFF),
    ("appointment", &["预约"], APPOINTMENT),
    ("stay", &["出院", "住院"], STAY),
    ("complaint", &["投诉"], COMPLAINT),
    ("repair", &["维修", "报修", "工单"], REPAIR),
    ("special_service", &["特约"], SPECIAL_SERVICE),
    ("purchase", &["购买", "订单", "销售", "消费"], PURCHASE),
    ("contract", &["合同", "签约", "成交"], CONTRACT),
    ("project", &["工程", "装修", "施工"], PROJECT),
    ("move_in", &["入伙", "入住", "交房"], MOVE_IN),
    ("activity", &["活动"], ACTIVITY),
    ("incident", &["事故", "突发"], INCIDENT),
    ("inquiry", &["咨询", "来访", "来电", "询盘"], INQUIRY),
    ("life_event", &["事件", "关怀"], LIFE_EVENT),
    (ANY, &[], ANY_MATTER),
];

const CLIENTS: &[Line] = &[
    ("client_no", false, &["编号", "住院号", "学号", "会员卡"]),
    ("born", true, &["出生日期", "出生年月日", "生日", "出生年月"]),
    ("since", true, &["首诊日期", "初诊日期", "建档日期", "入会日期", "首次消费日期", "注册日期", "开户日期"]),
    (
        "assignee",
        true,
        &["责任咨询员", "咨询员", "客户经理", "责任人", "专属客服", "管家", "负责人", "责任医生", "业务员", "跟进人"],
    ),
    ("class", false, &["客户等级", "会员等级", "客户类别", "客户分类", "客户级别", "等级", "级别", "类别", "分类"]),
    ("first_doctor", true, &["首诊医生", "初诊医生"]),
    ("source", true, &["来源", "客户来源", "渠道来源"]),
    ("allergy", true, &["过敏史", "药物过敏"]),
    ("area", true, &["面积", "建筑面积", "房屋面积"]),
    ("special_care", true, &["特殊关怀", "特殊人群", "关怀对象", "重点关怀"]),
    ("address", false, &["地址", "住址", "家庭住址", "通讯地址", "联系地址"]),
    ("age", false, &["年龄"]),
    ("on.handed_over", true, &["入伙日期", "入伙时间", "交房日期", "收楼日期"]),
    ("on.fitted_out", true, &["装修完成日期", "装修完成时间", "装修完工日期"]),
];

const STAFF: &[Line] = &[
    ("-", false, &["序号", "工号", "编号", "性别", "备注"]),
    ("name", false, &["姓名", "员工姓名", "职工姓名", "人员姓名"]),
    ("role", true, &["岗位", "职务", "职位", "岗位名称"]),
    ("department", true, &["部门", "科室", "所属部门", "班组"]),
    ("phone", false, &["手机", "电话", "手机号", "手机号码", "联系电话", "联系方式"]),
    ("employed", false, &["状态", "在职状态", "在岗状态"]),
    ("areas", true, &["责任区域", "负责区域", "管辖区域", "片区", "负责楼栋", "责任楼栋"]),
];

const APPOINTMENT: &[Line] = &[
    ("no", true, &["预约号", "预约编号", "预约单号"]),
    ("on.booked", true, &["登记时间", "登记日期", "预约登记时间", "预约登记日期"]),
    ("on.scheduled", true, &["预约就诊时间", "预约就诊日期", "预约时间", "预约日期", "约定时间", "约定日期"]),
    ("on.arrived", true, &["到诊时间", "到诊日期"]),
    ("on.cancelled", true, &["取消时间", "取消日期"]),
    ("item", false, &["项目", "预约项目", "治疗项目", "就诊项目"]),
    ("handler", false, &["医生", "预约医生", "接诊医生", "医师"]),
    ("department", false, &["科室", "预约科室"]),
    ("status", false, &["状态", "预约状态", "就诊状态"]),
    ("reason", false, &["原因", "取消原因", "未到原因"]),
];

const STAY: &[Line] = &[
    ("no", true, &["住院号", "住院编号"]),
    ("on.admitted", true, &["入院日期", "入院时间"]),
    ("on.operated", true, &["手术日期", "手术时间"]),
    ("on.transferred", true, &["转科日期", "转院日期"]),
    ("on.discharged", true, &["出院日期", "出院时间"]),
    ("department", false, &["科室", "出院科室", "住院科室", "病区"]),
    ("bed", false, &["床号", "床位", "床位号"]),
    ("diagnosis", true, &["出院诊断", "诊断", "主要诊断"]),
    ("handler", false, &["主管医师", "主管医生", "主治医师", "经治医师", "管床医生", "经管医师", "医师", "医生"]),
    ("surgery", false, &["手术", "是否手术", "手术名称"]),
    ("town", false, &["住址", "家庭住址", "地址", "现住址", "家庭地址"]),
    ("dispute", false, &["医疗纠纷", "是否医疗纠纷", "纠纷"]),
    ("age", false, &["年龄"]),
    ("born", false, &["出生日期"]),
];

const COMPLAINT: &[Line] = &[
    ("no", false, &["编号", "投诉编号", "投诉单号", "单号"]),
    ("name", true, &["投诉人", "投诉人姓名"]),
    ("on.received", true, &["投诉日期", "投诉时间", "受理日期", "受理时间", "接诉时间", "接诉日期"]),
    (
        "on.handled",
        true,
        &["处理完毕日期", "处理完毕时间", "处理完成日期", "处理完成时间", "办结日期", "办结时间", "处理日期"],
    ),
    ("on.closed", false, &["关闭日期", "结案日期"]),
    ("topic", true, &["投诉内容", "投诉事项", "投诉事由"]),
    ("category", false, &["类别", "投诉类别", "投诉类型", "类型"]),
    ("severity", false, &["等级", "投诉等级", "级别", "严重程度"]),
    ("handler", false, &["受理人", "处理人", "经办人", "责任人", "接待人"]),
    ("department", false, &["部门", "责任部门", "被投诉部门", "科室", "被投诉科室"]),
    ("result", false, &["处理结果", "处理情况", "处理意见"]),
    ("cause", false, &["原因", "投诉原因"]),
];

const REPAIR: &[Line] = &[
    ("no", false, &["工单号", "报修单号", "维修单号", "单号", "编号", "工单编号"]),
    ("name", true, &["报修人", "报修人姓名"]),
    ("on.reported", true, &["报修时间", "报修日期"]),
    (
        "on.finished",
        true,
        &["完成时间", "完成日期", "维修完成时间", "维修完成日期", "完工日期", "完工时间", "修复时间"],
    ),
    ("on.trial_ended", true, &["试运行结束", "试运行结束日期", "试运行结束时间"]),
    ("item", false, &["项目", "报修项目", "维修项目", "报修内容", "维修内容", "故障现象"]),
    ("severity", false, &["等级", "级别", "维修等级"]),
    ("paid_service", false, &["收费", "是否收费", "有偿无偿", "收费方式", "服务性质"]),
    ("handler", true, &["维修人", "维修工", "维修人员", "维修师傅", "处理人"]),
    ("department", false, &["部门", "责任部门"]),
    ("rework", false, &["返工次数", "返修次数"]),
    ("opinion", false, &["业主意见", "客户意见", "住户意见", "满意度"]),
    ("amount", false, &["金额", "费用"]),
];

const SPECIAL_SERVICE: &[Line] = &[
    ("no", false, &["单号", "编号", "服务单号"]),
    ("on.ended", true, &["服务结束日期", "服务结束时间", "服务完成日期", "服务日期", "结束日期"]),
    ("item", true, &["服务项目", "特约服务项目"]),
    ("handler", false, &["服务人员", "服务人", "经办人"]),
    ("amount", false, &["金额", "费用", "收费"]),
];

const PURCHASE: &[Line] = &[
    ("no", false, &["订单号", "订单编号", "小票号", "单号", "编号"]),
    ("on.ordered", true, &["购买日期", "购买时间", "下单日期", "下单时间", "订单日期"]),
    ("on.used", true, &["消费日期", "消费时间", "使用日期", "用餐日期", "用餐时间", "出行日期"]),
    ("on.delivered", true, &["送货日期", "发货日期", "收货日期"]),
    ("on.installed", true, &["安装日期", "安装时间"]),
    ("on.paid", false, &["付款日期", "收款日期"]),
    ("item", true, &["商品", "商品名称", "产品", "产品名称", "品名", "购买项目", "线路"]),
    ("handler", false, &["销售", "销售员", "销售人员", "导购", "业务员", "经办人"]),
    ("amount", false, &["金额", "总价", "消费金额", "订单金额"]),
    ("batch", false, &["批次"]),
];

const CONTRACT: &[Line] = &[
    ("no", true, &["合同号", "合同编号"]),
    ("on.signed", true, &["签约日期", "签约时间", "签订日期", "合同日期", "成交日期"]),
    ("on.accepted", false, &["验收日期"]),
    ("on.payment_due", true, &["账期", "应付日期", "应收日期", "付款期限"]),
    ("on.paid", true, &["付款日期", "回款日期"]),
    ("on.expired", true, &["到期日期", "合同到期日", "合同到期日期", "到期日"]),
    ("item", true, &["合同名称", "标的", "产品", "产品名称"]),
    ("handler", false, &["业务员", "销售", "销售人员", "客户经理", "经办人"]),
    ("amount", false, &["合同金额", "金额", "成交金额"]),
];

const PROJECT: &[Line] = &[
    ("no", true, &["工程编号", "项目编号"]),
    ("on.started", true, &["开工日期"]),
    ("on.mid_paid", true, &["中期款日期", "中期付款日期"]),
    ("on.completed", true, &["竣工日期", "完工日期"]),
    ("on.paid_in_full", true, &["付清日期", "结清日期", "尾款日期"]),
    ("on.warranty_signed", true, &["保修签订日期", "保修书日期", "保修合同日期"]),
    ("on.accepted", false, &["验收日期"]),
    ("on.warranty_ended", true, &["保修到期", "保修到期日", "质保到期", "质保到期日"]),
    ("item", true, &["工程名称", "项目名称"]),
    ("handler", false, &["项目经理", "设计师", "工长", "负责人"]),
    ("amount", false, &["工程款", "合同金额", "金额"]),
];

const MOVE_IN: &[Line] = &[
    ("on.handed_over", true, &["入伙日期", "入伙时间", "交房日期", "收楼日期"]),
    ("on.fitted_out", true, &["装修完成日期", "装修完成时间"]),
    ("on.moved_in", true, &["入住日期", "入住时间"]),
    ("batch", false, &["批次", "入伙批次"]),
];

const ACTIVITY: &[Line] = &[
    ("on.planned", false, &["计划日期"]),
    ("on.held", true, &["活动日期", "活动时间", "举办日期"]),
    ("item", true, &["活动名称", "活动", "活动主题"]),
    ("name", false, &["参加人", "参加人员"]),
    ("handler", false, &["负责人", "组织人"]),
];

const INCIDENT: &[Line] = &[
    ("no", false, &["编号"]),
    ("on.reported", true, &["发生时间", "发生日期", "事发时间", "报告时间"]),
    ("on.handled", false, &["处理完毕日期", "处理完毕时间", "处置完毕时间"]),
    ("topic", true, &["事故经过", "事件经过", "事故类型", "事故"]),
    ("severity", false, &["等级", "级别", "事故等级"]),
    ("handler", false, &["处理人", "负责人"]),
];

const INQUIRY: &[Line] = &[
    ("no", false, &["编号"]),
    ("on.asked", true, &["咨询日期", "咨询时间", "询盘日期"]),
    ("on.called_in", true, &["来电日期", "来电时间"]),
    ("on.visited", true, &["来访日期", "来访时间", "到访日期"]),
    ("on.decided", false, &["成交日期", "定金日期"]),
    ("on.dropped", false, &["放弃日期"]),
    ("topic", true, &["咨询内容", "咨询项目", "需求"]),
    ("quality", false, &["意向", "意向等级", "客户意向"]),
    ("handler", false, &["咨询师", "咨询员", "接待人", "置业顾问", "客服"]),
];

const LIFE_EVENT: &[Line] = &[
    ("on.happened", true, &["发生日期", "事件日期", "日期"]),
    ("what", true, &["事件", "事项", "事由", "事件类型"]),
    ("name", false, &["员工姓名", "职工姓名"]),
    ("department", false, &["部门"]),
];

const ANY_MATTER: &[Line] = &[
    ("no", false, &["编号", "单号", "案号", "受理号"]),
    ("department", false, &["部门", "科室"]),
    ("severity", false, &["等级", "级别"]),
    ("handler", false, &["经办人", "负责人", "受理人", "处理人", "承办人"]),
    ("item", false, &["项目", "事项"]),
    ("amount", false, &["金额"]),
];

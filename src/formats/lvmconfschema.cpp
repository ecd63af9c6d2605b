// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/lvmconfschema.h"

#include <QHash>

#include <algorithm>

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;
using Value = LvmConf::Value;

struct SettingsOfType
{
    const char *section;
    LvmType type;
    const char *names; ///< with blanks between
};

/// All that `lvmconfig --typeconfig list --showdeprecated --showunsupported` of LVM 2.03.16 tells,
/// with the types that `lvmconfig --validate` asks for. What earlier versions had is among it.
constexpr SettingsOfType KnownSettings[] = {
    {"config", LvmType::Boolean, "checks abort_on_errors"},
    {"config", LvmType::FilledString, "profile_dir"},
    {"devices", LvmType::FilledString,
     "dir external_device_info_source hints devicesfile "
     "search_for_devnames cache cache_dir md_component_checks"},
    {"devices", LvmType::FilledStrings, "scan loopfiles filter global_filter"},
    {"devices", LvmType::Boolean,
     "obtain_device_list_from_udev use_devicesfile write_cache_state "
     "sysfs_scan scan_lvs multipath_component_detection "
     "md_component_detection fw_raid_component_detection "
     "md_chunk_alignment data_alignment_detection "
     "data_alignment_offset_detection ignore_suspended_devices "
     "ignore_lvm_mirrors require_restorefile_with_uuid issue_discards "
     "allow_changes_with_duplicate_pvs allow_mixed_block_sizes"},
    {"devices", LvmType::Strings, "preferred_names"},
    {"devices", LvmType::String, "cache_file_prefix multipath_wwids_file"},
    {"devices", LvmType::Any, "types"},
    {"devices", LvmType::Integer,
     "default_data_alignment data_alignment disable_after_error_count "
     "pv_min_size"},
    {"allocation", LvmType::FilledStrings, "cling_tag_list"},
    {"allocation", LvmType::Boolean,
     "maximise_cling use_blkid_wiping wipe_signatures_when_zeroing_new_lvs "
     "mirror_logs_require_separate_pvs raid_stripe_all_devices "
     "cache_pool_metadata_require_separate_pvs "
     "thin_pool_metadata_require_separate_pvs thin_pool_crop_metadata "
     "thin_pool_zero zero_metadata"},
    {"allocation", LvmType::FilledString,
     "cache_pool_cachemode cache_mode cache_policy thin_pool_discards "
     "thin_pool_chunk_size_policy vdo_write_policy"},
    {"allocation", LvmType::Integer,
     "cache_metadata_format cache_pool_chunk_size cache_pool_max_chunks "
     "thin_pool_chunk_size physical_extent_size vdo_use_compression "
     "vdo_use_deduplication vdo_use_metadata_hints vdo_minimum_io_size "
     "vdo_block_map_cache_size_mb vdo_block_map_period "
     "vdo_check_point_frequency vdo_use_sparse_index "
     "vdo_index_memory_size_mb vdo_slab_size_mb vdo_ack_threads "
     "vdo_bio_threads vdo_bio_rotation vdo_cpu_threads "
     "vdo_hash_zone_threads vdo_logical_threads vdo_physical_threads "
     "vdo_max_discard vdo_pool_header_size"},
    {"log", LvmType::Boolean,
     "report_command_log silent syslog overwrite indent command_names "
     "activation"},
    {"log", LvmType::FilledString,
     "command_log_sort command_log_cols command_log_selection file "
     "activate_file"},
    {"log", LvmType::Integer, "verbose level"},
    {"log", LvmType::Strings, "journal debug_classes"},
    {"log", LvmType::String, "prefix"},
    {"log", LvmType::FilledStrings, "debug_file_fields debug_output_fields"},
    {"backup", LvmType::Boolean, "backup archive"},
    {"backup", LvmType::FilledString, "backup_dir archive_dir"},
    {"backup", LvmType::Integer, "retain_min retain_days"},
    {"shell", LvmType::Integer, "history_size"},
    {"global", LvmType::Integer,
     "umask locking_type lvmetad_update_wait_time lvmlockd_lock_retries "
     "sanlock_lv_extend io_memory_size"},
    {"global", LvmType::Boolean,
     "test si_unit_consistency suffix activation fallback_to_lvm1 "
     "wait_for_locks fallback_to_clustered_locking "
     "fallback_to_local_locking prioritise_write_locks "
     "abort_on_internal_errors detect_internal_vg_cache_corruption "
     "metadata_read_only support_mirrored_mirror_log "
     "lvdisplay_shows_full_device_path event_activation use_lvmetad "
     "use_aio use_lvmlockd use_lvmpolld notify_dbus"},
    {"global", LvmType::FilledString,
     "units format proc etc locking_dir library_dir mirror_segtype_default "
     "raid10_segtype_default sparse_segtype_default fsadm_executable "
     "system_id_source system_id_file"},
    {"global", LvmType::FilledStrings, "format_libraries segment_libraries"},
    {"global", LvmType::String,
     "locking_library lvmlockctl_kill_command thin_check_executable "
     "thin_dump_executable thin_repair_executable cache_check_executable "
     "cache_dump_executable cache_repair_executable vdo_format_executable"},
    {"global", LvmType::Strings,
     "thin_check_options thin_repair_options thin_disabled_features "
     "cache_disabled_features cache_check_options cache_repair_options "
     "vdo_format_options vdo_disabled_features"},
    {"activation", LvmType::Boolean,
     "checks udev_sync udev_rules verify_udev_operations "
     "retry_deactivation use_linear_target error_when_full use_mlockall "
     "monitoring auto_set_activation_skip"},
    {"activation", LvmType::FilledString,
     "missing_stripe_filler readahead raid_fault_policy "
     "mirror_image_fault_policy mirror_log_fault_policy "
     "mirror_device_fault_policy activation_mode"},
    {"activation", LvmType::Integer,
     "reserved_stack reserved_memory process_priority mirror_region_size "
     "raid_region_size snapshot_autoextend_threshold "
     "snapshot_autoextend_percent thin_pool_autoextend_threshold "
     "thin_pool_autoextend_percent vdo_pool_autoextend_threshold "
     "vdo_pool_autoextend_percent polling_interval"},
    {"activation", LvmType::Strings,
     "volume_list auto_activation_volume_list read_only_volume_list "
     "lock_start_list auto_lock_start_list"},
    {"activation", LvmType::FilledStrings, "mlock_filter"},
    {"metadata", LvmType::Boolean, "check_pv_device_sizes record_lvs_history pvmetadataignore"},
    {"metadata", LvmType::Integer,
     "lvs_history_retention_time pvmetadatacopies vgmetadatacopies "
     "pvmetadatasize stripesize"},
    {"metadata", LvmType::FilledStrings, "dirs"},
    {"report", LvmType::FilledString,
     "output_format separator list_item_separator time_format "
     "devtypes_sort devtypes_cols devtypes_cols_verbose lvs_sort lvs_cols "
     "lvs_cols_verbose vgs_sort vgs_cols vgs_cols_verbose pvs_sort "
     "pvs_cols pvs_cols_verbose segs_sort segs_cols segs_cols_verbose "
     "pvsegs_sort pvsegs_cols pvsegs_cols_verbose vgs_cols_full "
     "pvs_cols_full lvs_cols_full pvsegs_cols_full segs_cols_full "
     "vgs_sort_full pvs_sort_full lvs_sort_full pvsegs_sort_full "
     "segs_sort_full"},
    {"report", LvmType::Boolean,
     "compact_output aligned buffered headings prefixes quoted "
     "columns_as_rows binary_values_as_numeric mark_hidden_devices "
     "two_word_unknown_device"},
    {"report", LvmType::String, "compact_output_cols"},
    {"dmeventd", LvmType::FilledString,
     "mirror_library raid_library snapshot_library thin_library "
     "thin_command vdo_library vdo_command executable"},
    {"tags", LvmType::Any, "hosttags"},
    {"local", LvmType::String, "system_id"},
    {"local", LvmType::Strings, "extra_system_ids"},
    {"local", LvmType::Integer, "host_id"},
};

QHash<QByteArray, LvmType> knownTypes()
{
    QHash<QByteArray, LvmType> types;
    for (const SettingsOfType &row : KnownSettings) {
        for (const QByteArray &name : QByteArray(row.names).split(' '))
            types.insert(row.section + QByteArray("/") + name, row.type);
    }
    return types;
}

bool isTruth(const QByteArray &text)
{
    static const QList<QByteArray> words = {"y", "yes", "on", "true", "n", "no", "off", "false"};
    return words.contains(text.toLower());
}

bool isString(const Value &value, bool mayBeEmpty)
{
    return value.type == Value::Type::String && (mayBeEmpty || !value.text.isEmpty());
}

bool isStrings(const Value &value, bool mayBeEmpty)
{
    const auto check = [mayBeEmpty](const Value &item) { return isString(item, mayBeEmpty); };
    if (value.type != Value::Type::List)
        return check(value);
    return (mayBeEmpty || !value.items.isEmpty()) && std::ranges::all_of(value.items, check);
}

} // namespace

std::optional<LvmType> lvmType(QByteArrayView path)
{
    static const QHash<QByteArray, LvmType> types = knownTypes();
    const auto found = types.constFind(path.toByteArray());
    return found == types.cend() ? std::nullopt : std::optional(*found);
}

bool isOfLvmType(const Value &value, LvmType type)
{
    // To LVM a list of one is no list.
    if (value.type == Value::Type::List && value.items.size() == 1)
        return isOfLvmType(value.items.first(), type);
    switch (type) {
    case LvmType::Boolean:
        return value.type == Value::Type::Integer || (isString(value, true) && isTruth(value.text));
    case LvmType::Integer:
        return value.type == Value::Type::Integer;
    case LvmType::String:
    case LvmType::FilledString:
        return isString(value, type == LvmType::String);
    case LvmType::Strings:
    case LvmType::FilledStrings:
        return isStrings(value, type == LvmType::Strings);
    case LvmType::Any:
        return true;
    }
    Q_UNREACHABLE();
}

QString lvmTypeName(LvmType type)
{
    switch (type) {
    case LvmType::Boolean:
        return u"0 or 1"_s;
    case LvmType::Integer:
        return u"a whole number"_s;
    case LvmType::String:
        return u"a string"_s;
    case LvmType::FilledString:
        return u"a string that is not empty"_s;
    case LvmType::Strings:
        return u"a list of strings"_s;
    case LvmType::FilledStrings:
        return u"a list of strings that is not empty"_s;
    case LvmType::Any:
        return u"a value"_s;
    }
    Q_UNREACHABLE();
}

} // namespace colonnade::formats

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <expected>

namespace colonnade::base {

/// A value, or the Error that prevented it.
template<typename T>
using Result = std::expected<T, Error>;

/// Builds the failing side of a Result.
[[nodiscard]] inline std::unexpected<Error> failure(ErrorCode code, QString message,
                                                    QString remedy = {})
{
    return std::unexpected(Error{code, std::move(message), std::move(remedy)});
}

} // namespace colonnade::base

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/questions.h"

#include "gui/questiondialogs.h"

namespace colonnade::gui {

namespace {

void answer(const QuestionPointer &question, QuestionReply reply)
{
    {
        const std::scoped_lock lock(question->mutex);
        question->answered = true;
        question->reply = std::move(reply);
    }
    question->changed.notify_all();
}

} // namespace

QuestionDesk::QuestionDesk(QWidget *dialogParent)
    : QObject(dialogParent), m_dialogParent(dialogParent)
{
}

QuestionDesk::~QuestionDesk()
{
    if (m_dialog) {
        m_dialog->disconnect(this);
        delete m_dialog;
    }
    for (const QuestionPointer &question : std::as_const(m_row))
        answer(question, {});
}

void QuestionDesk::ask(const QuestionPointer &question)
{
    m_row.append(question);
    if (m_row.size() == 1)
        showNext();
}

void QuestionDesk::withdraw(const QuestionPointer &question)
{
    const bool shown = !m_row.isEmpty() && m_row.first() == question;
    if (shown && m_dialog)
        m_dialog->reject();
    else
        m_row.removeOne(question);
}

void QuestionDesk::showNext()
{
    if (m_row.isEmpty())
        return;
    m_dialog = makeQuestionDialog(*m_row.first(), m_dialogParent);
    connect(m_dialog, &QDialog::finished, m_dialog, &QObject::deleteLater);
    connect(m_dialog, &QDialog::finished, this, &QuestionDesk::dialogFinished);
    m_dialog->show();
    m_dialog->raise();
}

void QuestionDesk::dialogFinished(int result)
{
    const QuestionPointer question = m_row.takeFirst();
    QuestionReply reply;
    if (result == QDialog::Accepted)
        reply = static_cast<QuestionDialog *>(m_dialog.data())->takeReply();
    m_dialog.clear();
    answer(question, std::move(reply));
    showNext();
}

} // namespace colonnade::gui
